import { weekdays, type Weekday } from 'backstage-plugin-incidents-common';
import {
  day,
  sinceMidnight,
  startOfDay,
  weekdayOf,
  type Wall,
} from '../../platform/calendar/wall';
import { zoneOf } from '../../platform/calendar/zone';

/** Hours of a week by the clocks of a place. */
export type BusinessHours = {
  timeZone: string;
  days: Weekday[];
  /** `HH:MM`. Hours that begin where they end last the whole day; those that end earlier than they begin go on past midnight. */
  from: string;
  to: string;
  /** Which side of them is meant. */
  when: 'inside' | 'outside';
};

/** Whether these hours say yes to a moment. They begin with `from` and end before `to`; past midnight they belong to the day before. */
export function areOn(hours: BusinessHours, now: Date): boolean {
  return isInside(hours, now) === (hours.when === 'inside');
}

function isInside({ timeZone, days, from, to }: BusinessHours, now: Date) {
  const wall = zoneOf(timeZone).wallAt(now.getTime());
  const [begin, end] = [sinceMidnight(from), sinceMidnight(to)];
  const time = wall - startOfDay(wall);
  const worksOn = (when: Wall) => days.includes(weekdays[weekdayOf(when)]);
  if (begin < end) return worksOn(wall) && begin <= time && time < end;
  if (time >= begin) return worksOn(wall);
  return time < end && worksOn(wall - day);
}
