import type { Shift } from 'backstage-plugin-incidents-node';
import { neighboursAt, runsOf, type Neighbours } from './shiftRuns';

/** That somebody is told of a shift of theirs. */
export type Announcement = {
  what: 'begin' | 'end';
  levelName: string;
  user: string;
  /** When it begins, or has ended. */
  at: Date;
  around: Neighbours;
  /** Of one that begins: its end, and who comes then. Absent when it ends later than anybody has looked. */
  ends?: { at: Date; come: string[] };
};

export type AnnouncementTimes = { beforeBegin: number; atEnd: boolean };

/** Milliseconds after which a beginning or an end is old: after a longer pause nobody is told what they know by then. */
export const announcedFor = 15 * 60 * 1000;

/**
 * Who is to be told now, and when somebody will be next. `shifts` are laid from an hour before what is still told until `to`.
 */
export function dueAnnouncements(
  shifts: Shift[],
  asked: { now: Date; to: Date } & AnnouncementTimes,
): { due: Announcement[]; next?: Date } {
  const now = asked.now.getTime();
  const runs = runsOf(shifts);
  const edges = runs.flatMap(run => {
    const begin = { what: 'begin' as const, run, at: run.from };
    const end = { what: 'end' as const, run, at: run.to };
    return [
      { ...begin, tell: run.from - asked.beforeBegin },
      ...(asked.atEnd && run.to < asked.to.getTime()
        ? [{ ...end, tell: run.to }]
        : []),
    ];
  });
  const due = edges
    .filter(({ tell, at }) => tell <= now && now < at + announcedFor)
    .map(({ what, run, at }): Announcement => {
      const isKnown = what === 'begin' && run.to < asked.to.getTime();
      return {
        ...{ what, levelName: run.levelName, user: run.user },
        ...{ at: new Date(at), around: neighboursAt(runs, run, at) },
        ...(isKnown && {
          ends: {
            at: new Date(run.to),
            come: neighboursAt(runs, run, run.to).come,
          },
        }),
      };
    });
  const later = edges.map(({ tell }) => tell).filter(tell => now < tell);
  return {
    due,
    ...(later.length > 0 && { next: new Date(Math.min(...later)) }),
  };
}
