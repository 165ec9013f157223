import type {
  Maintenance,
  PlanMaintenance,
} from 'backstage-plugin-incidents-common';
import { DateTime, IANAZone } from 'luxon';
import { weekdays } from './describeRecurrence';

export const repetitions = [
  'never',
  'daily',
  'weekly',
  'monthly',
  'custom',
] as const;

export type Repetition = (typeof repetitions)[number];

/** What is in the form so far. */
export type PlanDraft = {
  title: string;
  reason: string;
  entityRefs: string[];
  /** As a field for date and time holds it, by the clocks of `zone`. */
  start: string;
  end: string;
  zone: string;
  repeats: Repetition;
  /** An RRULE, where it repeats by a rule. */
  rule: string;
  /** The last day, if there is one. */
  last: string;
};

export type PlanMissing = 'title' | 'entities' | 'span' | 'zone' | 'rule';

const asField = "yyyy-MM-dd'T'HH:mm";

/** Two hours from the next full hour on, where the reader is. */
export function emptyPlan(entityRefs: string[], now: Date): PlanDraft {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const start = DateTime.fromJSDate(now, { zone })
    .plus({ hours: 1 })
    .startOf('hour');
  return {
    ...{ title: '', reason: '', entityRefs, zone, rule: '', last: '' },
    start: start.toFormat(asField),
    end: start.plus({ hours: 2 }).toFormat(asField),
    repeats: 'never',
  };
}

/** A window as the form shows it, to be changed. */
export function planOf(window: Maintenance): PlanDraft {
  const { title, reason = '', entityRefs, start, end, zone } = window;
  const { recurrence } = window;
  return {
    ...{ title, reason, entityRefs, zone, last: '' },
    start: start.slice(0, 16),
    end: end.slice(0, 16),
    repeats: recurrence ? 'custom' : 'never',
    rule: recurrence ?? '',
  };
}

/** What is still missing, and what would be sent. */
export function describePlan(draft: PlanDraft): {
  missing: PlanMissing[];
  body?: PlanMaintenance;
} {
  const { entityRefs, start, end, zone } = draft;
  const title = draft.title.trim();
  const reason = draft.reason.trim();
  const missing: PlanMissing[] = [];
  if (!title) missing.push('title');
  if (entityRefs.length === 0) missing.push('entities');
  // Both are texts of the same form, in which earlier is less.
  if (!start || !end || end <= start) missing.push('span');
  if (!IANAZone.isValidZone(zone)) missing.push('zone');
  if (draft.repeats === 'custom' && !draft.rule.trim()) missing.push('rule');
  if (missing.length > 0) return { missing };
  const recurrence = recurrenceOf(draft);
  return {
    missing,
    body: {
      ...{ title, entityRefs, start, end, zone },
      ...(reason && { reason }),
      ...(recurrence && { recurrence }),
    },
  };
}

function recurrenceOf({
  start,
  repeats,
  rule,
  last,
}: PlanDraft): string | undefined {
  const until = last ? `;UNTIL=${last.replaceAll('-', '')}` : '';
  switch (repeats) {
    case 'daily':
      return `FREQ=DAILY${until}`;
    case 'weekly':
      return `FREQ=WEEKLY${until}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${nthWeekday(start)}${until}`;
    case 'custom':
      return rule.trim().replace(/^RRULE:/i, '');
    default:
      return undefined;
  }
}

/** `2SU` for a second Sunday; `-1SU` where there may be no fifth. */
function nthWeekday(start: string): string {
  const { day, weekday } = DateTime.fromISO(start);
  const nth = Math.ceil(day / 7);
  return `${nth > 4 ? -1 : nth}${weekdays[weekday - 1]}`;
}
