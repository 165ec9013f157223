import { useEffect, useRef } from 'react';

/** What happens on which key, such as `{ d: openDialog, '/': focusSearch }`. */
export type Shortcuts = Record<string, () => void>;

/**
 * Single-key shortcuts of a page. They rest while somebody writes or a dialog is open, and leave every combination with a
 * modifier to the browser.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isMeantForThePage(event)) return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** False for keys that go into a field, a menu or a dialog. */
export function isMeantForThePage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return false;
  }
  const target = event.target as HTMLElement | null;
  if (target?.isContentEditable) return false;
  if (target?.closest?.('input, textarea, select, [role="listbox"]')) {
    return false;
  }
  return !document.querySelector('[role="dialog"], [role="menu"]');
}
