/** What went wrong, short enough to stand in a sentence, and without user names and passwords of addresses in it. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.trim().split('\n');
  const bare = line.replace(/\/\/[^/\s@]*@/g, '//').replace(/[.\s]+$/, '');
  if (bare === '') return 'without saying why';
  return bare.length > 300 ? `${bare.slice(0, 299)}…` : bare;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: string[]): string {
  const last = words.at(-1) ?? '';
  const others = words.slice(0, -1);
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}
