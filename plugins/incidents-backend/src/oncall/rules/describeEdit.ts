import type { Rotation } from 'backstage-plugin-incidents-common';
import { listOf } from '../../platform/sentences';
import type { ScheduleState } from './schedule/editSchedule';

/** What is not the same in two states of a schedule, in sentences. Nothing when they are. */
export function describeEdit(
  before: ScheduleState,
  after: ScheduleState,
): string[] {
  const zone =
    before.timeZone === after.timeZone
      ? []
      : [`The time zone changes from ${before.timeZone} to ${after.timeZone}.`];
  const was = namesOf(before);
  const is = namesOf(after);
  const lists = (names: string[]) => listOf(names.map(name => `“${name}”`));
  const gone = was.filter(name => !is.includes(name));
  const come = is.filter(name => !was.includes(name));
  const stay = (names: string[], others: string[]) =>
    names.filter(name => others.includes(name)).join('\n');
  return [
    ...zone,
    ...(gone.length > 0 ? [`Without the levels ${lists(gone)}.`] : []),
    ...(come.length > 0 ? [`With the levels ${lists(come)}.`] : []),
    ...(stay(was, is) === stay(is, was)
      ? []
      : [`The levels are in another order: ${lists(is)}.`]),
    ...describeRotations(before, after),
  ];
}

function namesOf({ levels }: ScheduleState): string[] {
  return levels.map(({ name }) => name);
}

type Placed = { level: string; place: number; rotation: Rotation };

function rotationsOf({ levels }: ScheduleState): Map<string, Placed> {
  return new Map(
    levels.flatMap(({ name, rotations }) =>
      rotations.map((rotation, place) => [
        rotation.name,
        { level: name, place, rotation },
      ]),
    ),
  );
}

function describeRotations(
  before: ScheduleState,
  after: ScheduleState,
): string[] {
  const was = rotationsOf(before);
  const is = rotationsOf(after);
  const gone = [...was].flatMap(([name, { level }]) =>
    is.has(name) ? [] : [`The rotation “${name}” of ${level} goes.`],
  );
  const others = [...is].flatMap(([name, now]) => {
    const then = was.get(name);
    if (!then) return [`The rotation “${name}” of ${now.level} is new.`];
    const changed = [
      ...fieldsOf(then.rotation, now.rotation),
      ...(then.level === now.level ? [] : ['level']),
      ...(then.level === now.level && then.place !== now.place
        ? ['place']
        : []),
    ];
    return changed.length > 0
      ? [`The rotation “${name}” changes its ${listOf(changed)}.`]
      : [];
  });
  return [...gone, ...others];
}

function fieldsOf(before: Rotation, after: Rotation): string[] {
  const keys = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as Array<keyof Rotation>;
  return keys.filter(
    key => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}
