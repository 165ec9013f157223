import { useRef, useState, type KeyboardEvent } from 'react';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * One stop of the tab key for a row of many: the arrows move in it, Home and End go to its ends.
 *
 * @param count - How many there are. The last one is the first to be focused.
 */
export function useRoving<T extends HTMLElement>(count: number) {
  const [wanted, setWanted] = useState<number | undefined>();
  const elements = useRef<(T | null)[]>([]);
  const current = Math.min(wanted ?? count - 1, count - 1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1));
    setWanted(next);
    elements.current[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ends: Record<string, number> = { Home: 0, End: count - 1 };
    const target =
      event.key in steps ? current + steps[event.key] : ends[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  return {
    onKeyDown,
    /** What each element needs to take part. */
    itemProps: (index: number) => ({
      tabIndex: index === current ? 0 : -1,
      ref: (element: T | null) => {
        elements.current[index] = element;
      },
    }),
  };
}
