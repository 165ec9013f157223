/**
 * Whether a name fits a pattern in which `*` stands for any text and `?` for one character, whatever their case.
 *
 * Not a library for paths: names of alerts contain slashes, which `*` must cross, and brackets, which stand for themselves.
 * Takes at most `pattern × name` steps, whatever the pattern.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  const p = [...pattern.toLowerCase()];
  const n = [...name.toLowerCase()];
  let at = 0;
  let star = -1;
  let resumeAt = 0;
  for (let i = 0; i < n.length; ) {
    if (p[at] === '*') {
      star = at++;
      resumeAt = i;
    } else if (at < p.length && (p[at] === '?' || p[at] === n[i])) {
      at++;
      i++;
    } else if (star >= 0) {
      // Let the last star take one character more, and try again from there.
      at = star + 1;
      i = ++resumeAt;
    } else {
      return false;
    }
  }
  return p.slice(at).every(character => character === '*');
}
