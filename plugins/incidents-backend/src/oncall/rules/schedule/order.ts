import type { Participant, Rotation } from 'backstage-plugin-incidents-common';
import { turnsOf, type Turns } from './turns';
import { modulo } from '../../../platform/calendar/wall';
import type { Zone } from '../../../platform/calendar/zone';

/** A place in the order: a user, or users who share a turn. */
export type Seat = { name: string; users: string[] };

/** Who has which turn, from an edit of the rotation to the next. */
export type Order = {
  turns: Turns;
  seats: Seat[];
  /** When the rotation starts, or the edit that this order came with. */
  begins: number;
  /** The turn that runs when it begins. */
  base: number;
  /** Who has that turn, and who stands in: those of the order before who are still there. */
  held: Seat[];
  /** The seat of the first turn that is not held. */
  next: number;
};

/** Seats in their order; whoever has the turn stands at `first`, and the others follow around the circle. */
export type Queue = { seats: Seat[]; first: number };

export function queueAt(order: Order, turn: number): Queue {
  const { seats, held, base, next } = order;
  if (held.length > 0 && turn <= base) return { seats: held, first: 0 };
  const passed = turn - base - (held.length > 0 ? 1 : 0);
  return { seats, first: modulo(next + passed, Math.max(1, seats.length)) };
}

export function seatsOf(participants: Participant[]): Seat[] {
  return participants.map(participant =>
    typeof participant === 'string'
      ? { name: participant, users: [participant] }
      : { name: participant.name, users: participant.users },
  );
}

/** The order of a rotation that was not there before. */
export function newOrder(rotation: Rotation, zone: Zone, from: number): Order {
  const turns = turnsOf(rotation, zone);
  const begins = Math.max(from, turns.starts);
  const seats = seatsOf(rotation.participants);
  return { turns, seats, begins, base: turns.at(begins), held: [], next: 0 };
}

/**
 * The order after an edit. Whoever has the turn finishes it, without those who are gone; then the new order goes on from the next.
 * Who is added comes in with a later turn, so that an edit changes who is on call now only by taking that person out.
 */
export function editedOrder(
  before: Order,
  { rotation, zone }: { rotation: Rotation; zone: Zone },
  from: number,
): Order {
  const fresh = newOrder(rotation, zone, from);
  if (before.begins > from || before.seats.length === 0) return fresh;
  const turn = before.turns.at(from);
  const next = nextSeat(fresh.seats, before, turn);
  // A start that is put off ends the turn.
  if (fresh.begins > from) return { ...fresh, next };
  const held = stillThere(circle(queueAt(before, turn)), fresh.seats);
  return held.length > 0 ? { ...fresh, held, next } : fresh;
}

function nextSeat(seats: Seat[], before: Order, turn: number): number {
  const [holder] = circle(queueAt(before, turn));
  const place = placeOf(holder, seats);
  if (place >= 0) return (place + 1) % seats.length;
  const following = circle(queueAt(before, turn + 1));
  const places = following.map(seat => placeOf(seat, seats));
  return places.find(found => found >= 0) ?? 0;
}

function circle({ seats, first }: Queue): Seat[] {
  return [...seats.slice(first), ...seats.slice(0, first)];
}

/** By its name, or else by somebody who sat in it. */
function placeOf(seat: Seat, seats: Seat[]): number {
  const named = seats.findIndex(({ name }) => name === seat.name);
  return named >= 0
    ? named
    : seats.findIndex(({ users }) =>
        users.some(user => seat.users.includes(user)),
      );
}

function stillThere(before: Seat[], now: Seat[]): Seat[] {
  const users = new Set(now.flatMap(seat => seat.users));
  return before
    .map(({ name, users: were }) => ({
      name,
      users: were.filter(user => users.has(user)),
    }))
    .filter(seat => seat.users.length > 0);
}
