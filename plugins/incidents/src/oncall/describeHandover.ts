import {
  handoverMarkdown,
  handoverWords,
  type HandoverDraft,
  type HandoverWords,
  type IncidentStatus,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import type { Words } from '../translation';
import { describeTimes, type Place } from './describeTimes';

/** Where incidents are read, and how their stages are called. */
export type HandoverTongue = {
  t: Words;
  linkOf: (key: string) => string;
  statusOf: (status: IncidentStatus) => string;
};

/** What somebody begins with who writes a note: what was written already, else the draft in the language of the reader. */
export function firstText(draft: HandoverDraft, tongue: HandoverTongue) {
  return draft.note?.text ?? draftText(draft, tongue);
}

/** What is known, in the language of the reader. */
export function draftText(
  draft: HandoverDraft,
  { t, linkOf, statusOf }: HandoverTongue,
): string {
  const keys = Object.keys(handoverWords) as Array<keyof HandoverWords>;
  const words = Object.fromEntries(
    keys.map(key => [key, t(`handover.md.${key}`)]),
  ) as HandoverWords;
  return handoverMarkdown(draft, { words, linkOf, statusOf });
}

export type HandoverShiftWords = { shift: string; next: string };

/** Whose shift it is, from when to when, and who comes next. */
export function describeHandover(
  { shift, next }: Pick<HandoverDraft, 'shift' | 'next'>,
  { t, place }: { t: Words; place: Place },
): HandoverShiftWords {
  return {
    shift: t('handover.shift', {
      ...{ level: shift.levelName, name: shift.person.displayName },
      times: describeTimes(shift, place, 'long'),
    }),
    next: next
      ? t('handover.next', {
          names: next.people.map(({ displayName }) => displayName).join(', '),
          at: describeMoment(next.from, place),
        })
      : t('handover.nobody'),
  };
}

/** A day and a time, by the clock of a place. */
export function describeMoment(at: string, { zone, language }: Place): string {
  return DateTime.fromISO(at, { zone })
    .setLocale(language)
    .toLocaleString({
      ...{ month: 'short', day: 'numeric', weekday: 'short' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
}
