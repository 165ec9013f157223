import type { AmendSchedule } from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';

/** What the form holds; times are those on the wall of the place. */
export type AbsenceDraft = {
  user?: string;
  start: string;
  end: string;
  reason: string;
};

export type AbsenceMissing = 'user' | 'span';

/** From the next full hour on, for a day. */
export function emptyAbsence(
  user: string | undefined,
  { zone, now }: { zone: string; now: Date },
): AbsenceDraft {
  const start = DateTime.fromJSDate(now, { zone })
    .plus({ hours: 1 })
    .startOf('hour');
  const wall = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm");
  return {
    ...{ user, reason: '' },
    ...{ start: wall(start), end: wall(start.plus({ days: 1 })) },
  };
}

/** What is to be sent, or what is still missing. */
export function describeAbsence(
  draft: AbsenceDraft,
  zone: string,
): { body?: AmendSchedule; missing: AbsenceMissing[] } {
  const { user } = draft;
  const [from, to] = [draft.start, draft.end].map(wall =>
    DateTime.fromISO(wall, { zone }).toUTC().toISO(),
  );
  const isSpan = from && to && Date.parse(from) < Date.parse(to);
  if (!user || !isSpan) {
    const missing: AbsenceMissing[] = [];
    if (!user) missing.push('user');
    if (!isSpan) missing.push('span');
    return { missing };
  }
  const reason = draft.reason.trim();
  return {
    missing: [],
    body: { ...{ kind: 'absence', user, from, to }, ...(reason && { reason }) },
  };
}
