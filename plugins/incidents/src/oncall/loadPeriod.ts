import { DateTime } from 'luxon';

export const periodKinds = ['month', 'quarter'] as const;

export type PeriodKind = (typeof periodKinds)[number];

/** A month or a quarter of the calendar, and what is asked for it. */
export type LoadPeriod = {
  kind: PeriodKind;
  /** Days within the periods before and after, such as `2026-10-01`. */
  previous: string;
  next: string;
  title: string;
  asked: { from: string; to: string };
  /** It is not over: what is planned is part of it. */
  isOpen: boolean;
};

type Chosen = { kind: string | null; day: string | null };

/** The month or quarter with a day in it; this one when that is no date. */
export function loadPeriod(
  chosen: Chosen,
  now: Date,
  { zone, language }: { zone: string; language: string },
): LoadPeriod {
  const kind = chosen.kind === 'quarter' ? 'quarter' : 'month';
  const present = DateTime.fromJSDate(now, { zone });
  const wanted = /^20\d\d-\d\d-\d\d$/.test(chosen.day ?? '')
    ? DateTime.fromISO(chosen.day!, { zone })
    : present;
  const start = (wanted.isValid ? wanted : present).startOf(kind);
  const end = start.plus({ [`${kind}s`]: 1 });
  return {
    kind,
    previous: start.minus({ [`${kind}s`]: 1 }).toISODate()!,
    next: end.toISODate()!,
    title: titleOf(kind, start, language),
    asked: { from: start.toUTC().toISO()!, to: end.toUTC().toISO()! },
    isOpen: present < end,
  };
}

function titleOf(kind: PeriodKind, start: DateTime, language: string): string {
  const named = (at: DateTime) =>
    at.setLocale(language).toLocaleString({ month: 'long', year: 'numeric' });
  return kind === 'month'
    ? named(start)
    : `${named(start)} – ${named(start.plus({ months: 2 }))}`;
}
