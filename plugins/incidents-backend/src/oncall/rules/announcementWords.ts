import { listOf } from '../../platform/sentences';
import type { Notice } from '../../platform/portalNotices';
import type { EntryDraft } from '../../timeline';
import type { Announcement } from './dueAnnouncements';
import { timeInWords } from './timesInWords';

/** How the schedule and its people are called. */
export type AnnouncementSetting = {
  /** Of the schedule, as in addresses. */
  name: string;
  title: string;
  timeZone: string;
  nameOf: (ref: string) => string;
  /** Tools that they have not confirmed. */
  unconfirmed: string[];
};

/** What somebody is told of a shift of theirs. */
export function announcementNotice(
  announcement: Announcement,
  setting: AnnouncementSetting & { id: string },
): Notice {
  const { what, user, at } = announcement;
  const time = timeInWords(at, setting.timeZone);
  const sentences =
    what === 'begin'
      ? beginning(announcement, setting)
      : ending(announcement, setting);
  return {
    to: [user],
    title:
      what === 'begin'
        ? `You are on call from ${time}: ${setting.title}`
        : `Your shift has ended: ${setting.title}`,
    description: sentences.join(' '),
    link: `/incidents/on-call/${setting.name}`,
    severity: what === 'begin' ? 'normal' : 'low',
    scope: `incidents-shift-${setting.id.slice(0, 32)}`,
  };
}

function beginning(
  { levelName, at, around, ends }: Announcement,
  { timeZone, nameOf, unconfirmed }: AnnouncementSetting,
): string[] {
  const names = (refs: string[]) => listOf(refs.map(nameOf));
  const begin = timeInWords(at, timeZone);
  const span = ends
    ? `from ${begin} to ${timeInWords(ends.at, timeZone)}`
    : `from ${begin} on`;
  return [
    `${levelName}, ${span} (${timeZone}).`,
    around.leave.length > 0
      ? `You take over from ${names(around.leave)}.`
      : 'Nobody hands over to you.',
    ...(around.stay.length > 0
      ? [`On call with you: ${names(around.stay)}.`]
      : []),
    ...(ends && ends.come.length > 0
      ? [`Then you hand over to ${names(ends.come)}.`]
      : []),
    ...(unconfirmed.length > 0
      ? [`Before it, confirm that you can log in to ${listOf(unconfirmed)}.`]
      : []),
  ];
}

function ending(
  { levelName, at, around }: Announcement,
  { timeZone, nameOf }: AnnouncementSetting,
): string[] {
  const names = (refs: string[]) => listOf(refs.map(nameOf));
  const who = [
    ...(around.come.length > 0
      ? [`You hand over to ${names(around.come)}.`]
      : []),
    ...(around.stay.length > 0
      ? [`Still on call: ${names(around.stay)}.`]
      : []),
  ];
  return [
    `${levelName}, at ${timeInWords(at, timeZone)} (${timeZone}).`,
    ...(who.length > 0 ? who : ['Nobody is on call there after you.']),
  ];
}

/** What the timeline keeps of it. */
export function announcementEntry(
  { what, levelName, user, at }: Announcement,
  { name, title }: Pick<AnnouncementSetting, 'name' | 'title'>,
): EntryDraft {
  const when = at.toISOString();
  const is = what === 'begin' ? `begins at ${when}` : `has ended at ${when}`;
  return {
    kind: 'shift.announced',
    actor: { type: 'system', ref: 'shift-notices' },
    text: `Schedule “${title}”: ${user} is told that their shift on ${levelName} ${is}`,
    details: { name, level: levelName, user, what, at: when },
  };
}
