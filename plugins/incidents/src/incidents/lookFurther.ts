import type { Page } from 'backstage-plugin-incidents-common';

type Part = { limit: number; cursor?: string };

/** Looks of one page: the reader sees what was found by then, and looks further with the next page. */
const mostLooks = 20;

/**
 * A page as full as can be: the backend looks for a text, or whatever it has no index for, among so many items at a time, and may
 * answer with fewer than were asked for.
 */
export async function lookFurther<T>(
  ask: (part: Part) => Promise<Page<T>>,
  { limit, cursor }: Part,
): Promise<Page<T>> {
  let page = await ask({ limit, ...(cursor && { cursor }) });
  for (
    let looks = 1;
    looks < mostLooks && page.nextCursor && page.items.length < limit;
    looks += 1
  ) {
    const next: Page<T> = await ask({
      limit: limit - page.items.length,
      cursor: page.nextCursor,
    });
    page = { ...next, items: [...page.items, ...next.items] };
  }
  return page;
}
