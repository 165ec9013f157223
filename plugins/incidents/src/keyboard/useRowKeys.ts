import type { RefObject } from 'react';
import { useShortcuts } from './useShortcuts';

/**
 * `j` and `k` move the focus through the links of rows (`data-row-link`) inside an element; Enter is the link's own.
 */
export function useRowKeys(container: RefObject<HTMLElement>): void {
  const step = (by: 1 | -1) => {
    const links =
      container.current?.querySelectorAll<HTMLElement>('[data-row-link]');
    if (!links?.length) return;
    const here = [...links].findIndex(link => link === document.activeElement);
    const next = here < 0 ? 0 : here + by;
    const link = links[Math.min(Math.max(next, 0), links.length - 1)];
    link.focus();
    link.scrollIntoView?.({ block: 'nearest' });
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
}
