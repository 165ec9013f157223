import { Temporal } from 'temporal-polyfill';

export const weekdays = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const;

/** Hours of a week by the clocks of a place. */
export type BusinessHours = {
  timeZone: string;
  days: Array<(typeof weekdays)[number]>;
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
  const local = Temporal.Instant.fromEpochMilliseconds(
    now.getTime(),
  ).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const worksOn = (day: Temporal.ZonedDateTime) =>
    days.includes(weekdays[day.dayOfWeek - 1]);
  if (from < to) return worksOn(local) && from <= time && time < to;
  if (time >= from) return worksOn(local);
  return time < to && worksOn(local.subtract({ days: 1 }));
}
