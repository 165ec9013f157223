/** Bytes of bodies that one call reads again: a preview holds what they say until it is undone. */
const mostBytes = 8_000_000;

/** As many of these, in their order, as one call may take; the first in any case. */
export function takePortion(
  found: Array<{ id: string; bytes: number }>,
  most: number,
): { ids: string[]; hasMore: boolean } {
  const ids: string[] = [];
  let total = 0;
  for (const { id, bytes } of found.slice(0, most)) {
    total += bytes;
    if (ids.length > 0 && total > mostBytes) break;
    ids.push(id);
  }
  return { ids, hasMore: ids.length < found.length };
}
