import type {
  LaidShift,
  ScheduleDetail,
  SwapShifts,
} from 'backstage-plugin-incidents-common';

/** Known apart from the other shifts of a preview. */
export function idOf({ level, from, to, person }: LaidShift): string {
  return [level, from, to, person.ref].join(' ');
}

type About = {
  shifts: LaidShift[];
  now: Date;
  can: ScheduleDetail['can'];
  /** The ref of the reader. */
  me?: string;
};

/** The shifts that may be given: those to come, of the reader alone where they may not change others'. */
export function givable({ shifts, now, can, me }: About): LaidShift[] {
  return shifts.filter(
    ({ shadow, to, person }) =>
      !shadow &&
      Date.parse(to) > now.getTime() &&
      (can.overrideAny || person.ref === me),
  );
}

/** The shifts that may be had for one: those of somebody else. */
export function takable(
  given: LaidShift | undefined,
  { shifts, now }: Pick<About, 'shifts' | 'now'>,
): LaidShift[] {
  return shifts.filter(
    ({ shadow, to, person }) =>
      !shadow &&
      Date.parse(to) > now.getTime() &&
      person.ref !== given?.person.ref,
  );
}

/** What is to be sent. On one level, when both shifts are on it; else on all, where each of the two has only that one. */
export function swapOf(
  first: LaidShift,
  second: LaidShift,
  reason: string,
): SwapShifts {
  const half = ({ person, from, to }: LaidShift) => ({
    ...{ user: person.ref, from, to },
  });
  return {
    ...(first.level === second.level && { level: first.levelName }),
    between: [half(first), half(second)],
    ...(reason.trim() && { reason: reason.trim() }),
  };
}
