/** Known apart from its neighbours, also after it was moved. */
export type Keyed = { key: number };

/** The items, each with a key. */
export function keyed<T extends object>(items: T[]): (T & Keyed)[] {
  return items.map((item, key) => ({ ...item, key }));
}

export function nextKey(items: Keyed[]): number {
  return Math.max(-1, ...items.map(({ key }) => key)) + 1;
}

export function changed<T extends Keyed>(
  items: T[],
  key: number,
  part: Partial<T>,
): T[] {
  return items.map(item => (item.key === key ? { ...item, ...part } : item));
}

export function without<T extends Keyed>(items: T[], key: number): T[] {
  return items.filter(item => item.key !== key);
}

/** One place up or down; at the end it stays. */
export function moved<T extends Keyed>(
  items: T[],
  key: number,
  by: 1 | -1,
): T[] {
  const from = items.findIndex(item => item.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return items;
  const after = [...items];
  [after[from], after[to]] = [after[to], after[from]];
  return after;
}
