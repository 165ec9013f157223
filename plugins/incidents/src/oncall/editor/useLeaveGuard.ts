import { useEffect, useRef } from 'react';

/** Asks before a link, or closing the window, throws away what was written. */
export function useLeaveGuard(
  isDirty: boolean,
  question: string,
  onLeave: () => void,
): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    if (!isDirty) return undefined;
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      if (!link || staysHere(event, link as HTMLAnchorElement)) return;
      // The router of the portal may be one that cannot hold a step back.
      // eslint-disable-next-line no-alert
      if (window.confirm(question)) {
        leave.current();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty, question]);
}

/** It opens another tab, or a place of this page. */
function staysHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const opensAnother =
    event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  return (
    opensAnother ||
    link.target === '_blank' ||
    link.pathname + link.search ===
      window.location.pathname + window.location.search
  );
}
