import type { HeatRow } from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';

/** One day of one system. */
export type HeatDay = {
  /** Midnight UTC, the day's first instant. */
  from: string;
  /** Midnight UTC of the next day. */
  to: string;
  count: number;
  /** 0 when there was none. */
  worst: number;
  /** Such as `Nov 3`, of the UTC day. */
  label: string;
};

export type HeatLine = {
  entityRef: string;
  title: string;
  total: number;
  days: HeatDay[];
};

/** The strips with their dates, busiest system first. The last column is the UTC day of `at`. */
export function describeHeat(
  rows: readonly HeatRow[],
  at: string,
  language: string,
): HeatLine[] {
  const today = DateTime.fromISO(at, { zone: 'utc' }).startOf('day');
  return rows
    .map(row => ({
      entityRef: row.entityRef,
      title: row.title,
      total: row.days.reduce((sum, count) => sum + count, 0),
      days: row.days.map((count, index) => {
        const day = today.minus({ days: row.days.length - 1 - index });
        return {
          from: day.toISO()!,
          to: day.plus({ days: 1 }).toISO()!,
          count,
          worst: count ? row.worst[index] ?? 0 : 0,
          label: day
            .setLocale(language)
            .toLocaleString({ month: 'short', day: 'numeric' }),
        };
      }),
    }))
    .sort((a, b) => b.total - a.total || a.title.localeCompare(b.title));
}
