import type { UnreachablePerson } from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import { joined, walkShifts, type Stretch } from './walkShifts';

/** Why a page does not reach somebody, or nothing when it does. */
export type WhyUnreachable = (ref: string) => string | undefined;

/** A stretch in which people of a level cannot be paged. */
export type Unreachable = Stretch & {
  level: number;
  levelName: string;
  people: UnreachablePerson[];
  /** Nobody else of the level can be paged either. */
  nobodyElse: boolean;
};

/** Known as soon as the shift is: days ahead, and not when the page fails. */
export function findUnreachable(
  shifts: Shift[],
  why: WhyUnreachable,
): Unreachable[] {
  const paged = shifts.filter(({ shadow }) => !shadow);
  const levels = [...new Set(paged.map(({ level }) => level))];
  return levels
    .sort((a, b) => a - b)
    .flatMap(level => {
      const ofLevel = paged.filter(shift => shift.level === level);
      const { levelName } = ofLevel[0];
      const stretches = walkShifts(ofLevel)
        .map(({ shifts: held, ...when }) => ({
          ...{ level, levelName, ...when, people: unreachable(held, why) },
          nobodyElse: held.every(({ person }) => why(person.ref)),
        }))
        .filter(({ people }) => people.length > 0);
      return joined(stretches, ({ people, nobodyElse }) =>
        JSON.stringify([people.map(({ person }) => person.ref), nobodyElse]),
      );
    });
}

/** Each once, by their ref. */
export function unreachable(
  shifts: Shift[],
  why: WhyUnreachable,
): UnreachablePerson[] {
  const people = new Map<string, UnreachablePerson>();
  for (const { person } of shifts) {
    const because = why(person.ref);
    if (because) people.set(person.ref, { person, because });
  }
  return [...people.keys()].sort().map(ref => people.get(ref)!);
}
