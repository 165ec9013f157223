import type {
  AmendSchedule,
  ScheduleDetail,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import type { FortnightBar } from './describeFortnight';

/** What the form holds; times are those on the wall of the place. */
export type OverrideDraft = {
  who: 'me' | 'other';
  user?: string;
  start: string;
  end: string;
  reason: string;
};

export type OverrideMissing = 'user' | 'span';

/** A shift, or without a person a gap that is to be filled. */
export type OverrideBar = Pick<
  FortnightBar,
  'levelName' | 'from' | 'to' | 'because' | 'person'
>;

export type OverrideAbout = {
  bar: OverrideBar;
  zone: string;
  /** The ref of the reader. */
  me?: string;
};

/** Whether the reader may hand this shift to somebody, their own or any, or fill this gap. The backend decides again when they do. */
export function mayOverride(
  bar: FortnightBar,
  can: ScheduleDetail['can'],
): boolean {
  if (bar.isOver || bar.marks.includes('shadow')) return false;
  const isOwn = !bar.person || bar.marks.includes('you');
  return can.overrideOwn && (can.overrideAny || isOwn);
}

/** Who cannot take over what is theirs already gives it away. */
export function mayTakeOver({
  bar,
  me,
}: Pick<OverrideAbout, 'bar' | 'me'>): boolean {
  return me !== undefined && bar.person?.ref !== me;
}

/** The whole shift. */
export function overrideOf(about: OverrideAbout): OverrideDraft {
  return {
    who: mayTakeOver(about) ? 'me' : 'other',
    start: wallOf(about.bar.from, about.zone),
    end: wallOf(about.bar.to, about.zone),
    reason: '',
  };
}

/** What is to be sent, or what is still missing. */
export function describeOverride(
  draft: OverrideDraft,
  about: OverrideAbout,
): { body?: AmendSchedule; missing: OverrideMissing[] } {
  const { bar, zone, me } = about;
  const user = draft.who === 'me' ? me : draft.user;
  // What was left as it was is that instant, also in the hour that is there twice.
  const from =
    draft.start === wallOf(bar.from, zone)
      ? bar.from
      : instantOf(draft.start, zone);
  const to =
    draft.end === wallOf(bar.to, zone) ? bar.to : instantOf(draft.end, zone);
  const isSpan = from && to && Date.parse(from) < Date.parse(to);
  if (!user || !isSpan) {
    const missing: OverrideMissing[] = [];
    if (!user) missing.push('user');
    if (!isSpan) missing.push('span');
    return { missing };
  }
  const reason = draft.reason.trim();
  const what = {
    ...{ level: bar.levelName, user, from, to },
    ...(reason && { reason }),
  };
  const body: AmendSchedule = bar.person
    ? { kind: 'replace', ...what, replaces: bar.person.ref }
    : { kind: 'add', ...what };
  return { missing: [], body };
}

function wallOf(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function instantOf(wall: string, zone: string): string | undefined {
  return DateTime.fromISO(wall, { zone }).toUTC().toISO() ?? undefined;
}
