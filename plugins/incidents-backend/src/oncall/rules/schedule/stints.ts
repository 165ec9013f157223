import type {
  Rotation,
  ScheduleDefinition,
  ScheduleLevel,
} from 'backstage-plugin-incidents-common';
import { editedOrder, newOrder, type Order } from './order';
import type { Span } from './span';
import { zoneOf, type Zone } from '../../../platform/calendar/zone';

/** A rotation between two edits of the schedule. */
export type Stint = Span & { rotation: Rotation; order: Order };

/** What a schedule is between two edits. */
export type Era = Span & {
  zone: Zone;
  levels: Array<{ name: string; stints: Stint[] }>;
};

type Known = { key: string; ends: number; order: Order };

/** The eras of a schedule, from the first on. Each rotation goes on, over its edits, in the order that was in force. */
export function erasOf(schedule: ScheduleDefinition): Era[] {
  const states = [
    { from: Number.NEGATIVE_INFINITY, state: schedule },
    ...schedule.revisions.map(state => ({
      from: Date.parse(state.from),
      state,
    })),
  ];
  let known = new Map<string, Known>();
  return states.map(({ from, state }, i) => {
    const to = states[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const zone = zoneOf(state.timeZone);
    const now = new Map<string, Known>();
    const stintOf = (rotation: Rotation): Stint => {
      const key = keyOf(rotation, state.timeZone);
      const before = known.get(rotation.name);
      const order =
        before?.key === key
          ? before.order
          : orderFrom(before, { rotation, zone }, from);
      const ends = endOf(rotation, zone);
      now.set(rotation.name, { key, ends, order });
      return {
        from: Math.max(from, order.begins),
        to: Math.min(to, ends),
        rotation,
        order,
      };
    };
    const levels = state.levels.map(({ name, rotations }: ScheduleLevel) => ({
      name,
      stints: rotations.map(stintOf),
    }));
    known = now;
    return { from, to, zone, levels };
  });
}

function orderFrom(
  before: Known | undefined,
  edited: { rotation: Rotation; zone: Zone },
  from: number,
): Order {
  return before && from < before.ends
    ? editedOrder(before.order, edited, from)
    : newOrder(edited.rotation, edited.zone, from);
}

function endOf({ endsAt }: Rotation, zone: Zone): number {
  return endsAt ? instantOf(endsAt, zone, 'last') : Number.POSITIVE_INFINITY;
}

/** A moment that is a time on the wall starts with the first instant that shows it, and ends with the last. */
export function instantOf(
  moment: string,
  zone: Zone,
  which: 'first' | 'last',
): number {
  return moment.endsWith('Z')
    ? Date.parse(moment)
    : zone[which](Date.parse(`${moment}Z`));
}

/** What of a rotation its order depends on. */
function keyOf(rotation: Rotation, timeZone: string): string {
  const { participants, turn, handoff, startsAt, windows } = rotation;
  return JSON.stringify([
    timeZone,
    participants,
    [turn.every, turn.unit, turn.hours],
    [handoff.time, handoff.weekday, handoff.monthday],
    startsAt,
    windows,
  ]);
}
