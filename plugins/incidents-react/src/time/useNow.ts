import { useEffect, useState } from 'react';

/**
 * The present, again and again.
 *
 * @param everyMs - How often, in milliseconds; zero for a clock that stands still.
 * @public
 */
export function useNow(everyMs: number = 10_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!everyMs) return undefined;
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
