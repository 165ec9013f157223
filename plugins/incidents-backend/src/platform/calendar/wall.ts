import { weekdays, type Weekday } from 'backstage-plugin-incidents-common';

/**
 * A time on a wall, as milliseconds: what `Date.UTC` says of the same digits. It is no instant: a zone makes one of it.
 */
export type Wall = number;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

/** The first Monday of the epoch: weeks are counted from it. */
const monday = 4 * day;

/** Monday is 0. */
export function weekdayOf(wall: Wall): number {
  return Math.floor(sinceMonday(wall) / day);
}

/** How far the week is, from Monday 00:00. */
export function sinceMonday(wall: Wall): number {
  return modulo(wall - monday, week);
}

export function numberOf(weekday: Weekday): number {
  return weekdays.indexOf(weekday);
}

export function startOfDay(wall: Wall): Wall {
  return wall - modulo(wall, day);
}

/** `09:30` since midnight. */
export function sinceMidnight(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours * hour + minutes * minute;
}

/** Months since the year 0. */
export function monthOf(wall: Wall): number {
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A day of a month, or the last when the month is shorter. */
export function dayInMonth(month: number, monthday: number): Wall {
  const year = Math.floor(month / 12);
  const last = new Date(Date.UTC(year, modulo(month, 12) + 1, 0)).getUTCDate();
  return Date.UTC(year, modulo(month, 12), Math.min(monthday, last));
}

/** Never negative, unlike `%`. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
