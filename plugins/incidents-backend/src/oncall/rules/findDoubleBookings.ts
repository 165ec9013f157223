import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import { joined, walkShifts, type Stretch } from './walkShifts';

/** Somebody who would be asked twice at the same time: as their own backup, or by two schedules. */
export type DoubleBooking = Stretch & {
  person: OnCallPerson;
  places: Array<{ schedule?: string; level: number; levelName: string }>;
};

/** Sorted by their start, then by the ref of the person. To come along as a shadow is no booking. */
export function findDoubleBookings(shifts: Shift[]): DoubleBooking[] {
  const byPerson = new Map<string, Shift[]>();
  for (const shift of shifts.filter(({ shadow }) => !shadow)) {
    const { ref } = shift.person;
    const others = byPerson.get(ref);
    if (others) others.push(shift);
    else byPerson.set(ref, [shift]);
  }
  return [...byPerson.values()]
    .flatMap(bookingsOf)
    .sort(
      (a, b) =>
        a.from.getTime() - b.from.getTime() ||
        compare(a.person.ref, b.person.ref),
    );
}

function bookingsOf(shifts: Shift[]): DoubleBooking[] {
  const { person } = shifts[0];
  const booked = walkShifts(shifts)
    .map(({ shifts: held, ...when }) => ({
      ...{ ...when, person, places: placesOf(held) },
    }))
    .filter(({ places }) => places.length > 1);
  // Two shifts of one place, one after the other, are one booking.
  return joined(booked, ({ places }) => JSON.stringify(places));
}

/** Each once, in their order. */
function placesOf(shifts: Shift[]): DoubleBooking['places'] {
  const places = new Map<string, DoubleBooking['places'][number]>();
  for (const { schedule, level, levelName } of shifts) {
    const place = { ...(schedule && { schedule }), level, levelName };
    places.set(JSON.stringify([schedule ?? '', level]), place);
  }
  return [...places.entries()]
    .sort(([a], [b]) => compare(a, b))
    .map(([, place]) => place);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
