import type { Clock } from 'backstage-plugin-incidents-node';

/** Subjects that are counted at once. */
const mostCounted = 10_000;
const minute = 60_000;

/** Whether something happens more often in a minute than it may. Each replica counts for itself. */
export function countsPerMinute(
  { now }: Clock,
  mostPerMinute: number,
): (subject: string) => boolean {
  const counts = new Map<string, number>();
  let began = -Infinity;
  return subject => {
    const at = now().getTime();
    if (at - began >= minute || counts.size >= mostCounted) {
      counts.clear();
      began = at;
    }
    const count = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, count);
    return count > mostPerMinute;
  };
}
