/** The ids with one of them a place earlier or later; nothing where there is no such place. */
export function moveRule(
  ids: readonly string[],
  id: string,
  by: 1 | -1,
): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  const moved = [...ids];
  moved.splice(from, 1);
  moved.splice(to, 0, id);
  return moved;
}
