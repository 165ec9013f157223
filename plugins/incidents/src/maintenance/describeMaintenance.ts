import type { Maintenance } from 'backstage-plugin-incidents-common';

/** What somebody may do about a window. */
export type MaintenanceDeed = 'change' | 'end' | 'endThis' | 'endAll';

const hour = 3_600_000;

/** What is to be said of a window, and what can be done about it. */
export function describeMaintenance(
  window: Maintenance,
  now: Date,
): {
  time: 'now' | 'next' | 'ended';
  endsSoon: boolean;
  deeds: MaintenanceDeed[];
} {
  const { status, next, recurrence, origin } = window;
  const times = { active: 'now', upcoming: 'next', ended: 'ended' } as const;
  const left = next ? Date.parse(next.endsAt) - now.getTime() : 0;
  return {
    time: times[status],
    endsSoon: status === 'active' && left < hour && window.held > 0,
    deeds:
      status === 'ended'
        ? []
        : [
            // What was imported is changed where it comes from.
            ...(origin === 'person' ? (['change'] as const) : []),
            ...endingsOf(status === 'active', recurrence !== undefined),
          ],
  };
}

function endingsOf(isActive: boolean, recurs: boolean): MaintenanceDeed[] {
  if (!isActive) return ['endAll'];
  return recurs ? ['endThis', 'endAll'] : ['end'];
}

/** `2026-11-22 02:00` and `04:00`; the end with its day when it is another one. */
export function spanOf({ start, end }: Pick<Maintenance, 'start' | 'end'>): {
  start: string;
  end: string;
} {
  const shown = (text: string) => text.slice(0, 16).replace('T', ' ');
  return {
    start: shown(start),
    end:
      start.slice(0, 10) === end.slice(0, 10) ? end.slice(11, 16) : shown(end),
  };
}
