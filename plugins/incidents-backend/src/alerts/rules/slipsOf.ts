/** Letters; longer words are not names, and would cost much. */
const longest = 60;
/** Letters; among shorter words everything resembles something. */
const shortest = 5;

/**
 * A word, and what is left of it without one of its letters. Words that share one of these differ by a slip: a letter that was
 * added, left out, replaced, or swapped with its neighbour. To look them up is much quicker than to compare each with each.
 */
export function slipsOf(word: string): string[] {
  const { length } = word;
  if (length < shortest - 1 || length > longest) return [];
  const slips = [word];
  for (let i = 0; i < length && length >= shortest; i++) {
    slips.push(word.slice(0, i) + word.slice(i + 1));
  }
  return slips;
}
