import type { PersonLoad } from 'backstage-plugin-incidents-common';
import type { DutyShift } from '../../oncall';

export type PageLoad = Pick<
  PersonLoad,
  'pages' | 'sleepPages' | 'offDutyPages'
>;

/** How often somebody was called, how often in their sleep, and how often although they were on call by none of these shifts. */
export function pagesOf(
  called: Date[],
  shifts: DutyShift[],
  sleepsAt: (at: Date) => boolean,
): PageLoad {
  return {
    pages: called.length,
    sleepPages: called.filter(sleepsAt).length,
    offDutyPages: called.filter(at => !isOnDuty(at, shifts)).length,
  };
}

/** Shadows are not on call: nobody pages them. */
export function isOnDuty(at: Date, shifts: DutyShift[]): boolean {
  return shifts.some(
    ({ from, to, shadow }) => !shadow && from <= at && at < to,
  );
}
