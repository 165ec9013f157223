import type { ScheduleWindow } from 'backstage-plugin-incidents-common';
import { day, hour, modulo } from '../../platform/calendar/wall';
import { zoneOf } from '../../platform/calendar/zone';

/** When people sleep, by their own clock. */
export const night: ScheduleWindow = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: '22:00',
  to: '06:00',
};

/** Whether somebody who lives in a zone sleeps at an instant. */
export function isNight(at: Date, timeZone: string): boolean {
  const since = modulo(zoneOf(timeZone).wallAt(at.getTime()), day);
  return since >= 22 * hour || since < 6 * hour;
}
