import type { HandoverShift } from 'backstage-plugin-incidents-common';
import type { DutyShift } from '../../oncall';

/** Who comes to write it down the next day still writes about the shift that has ended. */
const afterwards = 24 * 60 * 60 * 1000;

/** Shifts of one person on one level that follow each other without a break. */
export type Stretch = {
  level: number;
  levelName: string;
  person: { ref: string; displayName: string };
  from: Date;
  to: Date;
  startsEarlier?: boolean;
  endsLater?: boolean;
};

/** What is on call, by its start; shadows hand nothing over. */
export function stretchesOf(shifts: DutyShift[]): Stretch[] {
  const found: Stretch[] = [];
  const latest = new Map<string, Stretch>();
  const inOrder = shifts
    .filter(({ shadow }) => !shadow)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const shift of inOrder) {
    const { level, levelName, from, to, startsEarlier, endsLater } = shift;
    const { ref, displayName } = shift.person;
    const key = `${level} ${ref}`;
    const before = latest.get(key);
    if (before && from <= before.to) {
      if (before.to < to) Object.assign(before, { to, endsLater });
      continue;
    }
    const stretch: Stretch = {
      ...{ level, levelName, person: { ref, displayName }, from, to },
      ...{ startsEarlier, endsLater },
    };
    latest.set(key, stretch);
    found.push(stretch);
  }
  return found;
}

/**
 * Which shift somebody hands over at an instant: their own that runs, else their own that ended within a day, else the one that
 * runs, else the one that ended last. Of several on the first level.
 */
export function chooseShift(
  stretches: Stretch[],
  at: Date,
  reader: string,
): Stretch | undefined {
  const running = stretches
    .filter(({ from, to }) => from <= at && at < to)
    .sort((a, b) => a.level - b.level);
  const ended = stretches
    .filter(({ to }) => to <= at && at.getTime() - to.getTime() <= afterwards)
    .sort((a, b) => b.to.getTime() - a.to.getTime() || a.level - b.level);
  const own = ({ person }: Stretch) => person.ref === reader;
  return running.find(own) ?? ended.find(own) ?? running[0] ?? ended[0];
}

/** Who is on call on the level of a shift once it ends, or is the first to come later. */
export function nextOf(
  stretches: Stretch[],
  { level, to, endsLater }: Stretch,
): { people: Stretch['person'][]; from: Date } | undefined {
  if (endsLater) return undefined;
  const after = stretches.filter(
    stretch => stretch.level === level && stretch.to > to,
  );
  const [first] = after
    .map(({ from }) => (from < to ? to : from))
    .sort((a, b) => a.getTime() - b.getTime());
  if (!first) return undefined;
  const people = after
    .filter(({ from }) => from <= first)
    .map(({ person }) => person);
  return { people, from: first };
}

export function toHandoverShift(stretch: Stretch): HandoverShift {
  const { level, levelName, person, startsEarlier, endsLater } = stretch;
  return {
    ...{ level, levelName, person },
    ...{ from: stretch.from.toISOString(), to: stretch.to.toISOString() },
    ...(startsEarlier && { startsEarlier }),
    ...(endsLater && { endsLater }),
  };
}
