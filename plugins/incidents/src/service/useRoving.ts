import { useRef, useState, type KeyboardEvent } from 'react';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * One stop of the tab key for a row of many: the arrows move in it, Home and End go to its ends.
 *
 * @param count - How many there are. The last one is the first to be focused.
 * @param onEscape - What the Escape key takes back.
 * @returns What the element at an index needs to take part.
 */
export function useRoving<T extends HTMLElement>(
  count: number,
  onEscape: () => void,
) {
  const [wanted, setWanted] = useState<number | undefined>();
  const elements = useRef<(T | null)[]>([]);
  const current = Math.min(wanted ?? count - 1, count - 1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1));
    setWanted(next);
    elements.current[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
    const ends: Record<string, number> = { Home: 0, End: count - 1 };
    const target =
      event.key in steps ? current + steps[event.key] : ends[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  return (index: number) => ({
    tabIndex: index === current ? 0 : -1,
    onKeyDown,
    ref: (element: T | null) => {
      elements.current[index] = element;
    },
  });
}
