import type { Page } from 'backstage-plugin-incidents-common';

/** All items of a list as its reader meets them, page by page; the total must be the same on each that was counted to the end. */
export async function walkPages<T>(
  list: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<{ items: T[]; pages: number; totalItems: number }> {
  const items: T[] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await list(cursor);
    items.push(...page.items);
    if (!page.totalIsAtLeast) totals.add(page.totalItems);
    pages += 1;
    cursor = page.nextCursor;
  } while (cursor && pages < 1_000);
  const [totalItems, ...others] = totals;
  if (others.length > 0) throw new Error(`totals differ: ${[...totals]}`);
  return { items, pages, totalItems };
}
