import {
  heartbeatStatuses,
  type Heartbeat,
} from 'backstage-plugin-incidents-common';
import { expectedBy, type Pace, type Watch } from './overdue';

/** How a heartbeat stands. */
export function statusOf(
  watch: Watch,
  pace: Pace,
  now: Date,
): Heartbeat['status'] {
  if (watch.missingSince) return 'missing';
  if (now > expectedBy(watch, pace)) return 'late';
  return watch.lastSeenAt ? 'heard' : 'awaited';
}

/** What stays away first; of the same kind by what people call it. */
export function byUrgency(a: Heartbeat, b: Heartbeat): number {
  const rank = ({ status }: Heartbeat) => heartbeatStatuses.indexOf(status);
  return rank(a) - rank(b) || (a.title < b.title ? -1 : 1);
}
