import type { ScheduleDetail } from 'backstage-plugin-incidents-common';

/** The time zone of a schedule at an instant: an edit may have changed it. */
export function zoneAt(
  { timeZone, revisions }: ScheduleDetail['definition'],
  now: Date,
): string {
  const begun = revisions.filter(({ from }) => Date.parse(from) <= +now);
  return begun.at(-1)?.timeZone ?? timeZone;
}
