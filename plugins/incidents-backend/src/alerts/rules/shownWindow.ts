import type {
  Actor,
  Maintenance,
  MaintenanceOpening,
} from 'backstage-plugin-incidents-common';
import type { Schedule } from '../../platform/calendar/occurrences';
import { numberOf, textOf } from '../../platform/calendar/wallClock';

type Window = Pick<
  Maintenance,
  'id' | 'title' | 'reason' | 'entityRefs' | 'origin' | 'calendar' | 'endedBy'
> & {
  schedule: Schedule;
  createdBy: Actor;
  createdAt: string;
  overAt?: string;
};

/** A window as people see it at a moment. */
export function shownWindow(
  window: Window,
  at: { now: Date; next?: MaintenanceOpening; held: number },
): Maintenance {
  const { schedule, overAt, endedBy } = window;
  const { start, minutes, zone, recurrence } = schedule;
  const isOver = overAt !== undefined && Date.parse(overAt) <= at.now.getTime();
  const end = textOf(numberOf(start) + minutes * 60_000);
  return {
    id: window.id,
    title: window.title,
    ...(window.reason && { reason: window.reason }),
    entityRefs: window.entityRefs,
    ...{ start, end, zone },
    ...(recurrence && { recurrence }),
    origin: window.origin,
    ...(window.calendar && { calendar: window.calendar }),
    createdBy: window.createdBy,
    createdAt: window.createdAt,
    status: isOver ? 'ended' : statusOf(at.next, at.now),
    ...(at.next && !isOver && { next: at.next }),
    ...(isOver && { endedAt: overAt }),
    ...(isOver && endedBy && { endedBy }),
    held: at.held,
  };
}

function statusOf(
  next: MaintenanceOpening | undefined,
  now: Date,
): 'active' | 'upcoming' {
  return next && Date.parse(next.startsAt) <= now.getTime()
    ? 'active'
    : 'upcoming';
}
