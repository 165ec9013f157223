import type {
  OnCallLevel,
  OnCallPerson,
} from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';

/**
 * Who is on call at an instant, level by level. A shift is half-open: at its end the next one has begun.
 *
 * People of a level stand in the order of the shifts given.
 */
export function whoIsOnCall(shifts: Shift[], at: Date): OnCallLevel[] {
  const numbers = [...new Set(shifts.map(shift => shift.level))];
  return numbers
    .sort((a, b) => a - b)
    .map(level =>
      levelAt(
        shifts.filter(shift => shift.level === level),
        at,
      ),
    );
}

function levelAt(shifts: Shift[], at: Date): OnCallLevel {
  const people = peopleAt(shifts, at);
  const handOvers = boundariesAfter(shifts, at);
  const changesAt = handOvers.find(
    boundary => !samePeople(people, peopleAt(shifts, boundary)),
  );
  // Behind a gap, the next people are those at its end, be they the same.
  const nextFrom = handOvers.find(
    boundary =>
      changesAt !== undefined &&
      boundary >= changesAt &&
      peopleAt(shifts, boundary).length > 0,
  );
  const next = nextFrom && {
    people: peopleAt(shifts, nextFrom),
    from: nextFrom.toISOString(),
  };
  return {
    level: shifts[0].level,
    name: nameAt(shifts, nextFrom ? [at, nextFrom] : [at]),
    people,
    ...(people.length > 0 && changesAt && { until: changesAt.toISOString() }),
    ...(next && { next }),
    ...(people.length === 0 && { gap: gapUntil(next) }),
  };
}

function covers(shift: Shift, at: Date): boolean {
  return shift.from <= at && (shift.to === undefined || at < shift.to);
}

function peopleAt(shifts: Shift[], at: Date): OnCallPerson[] {
  const byRef = new Map<string, OnCallPerson>();
  for (const shift of shifts) {
    const { person } = shift;
    if (covers(shift, at) && !byRef.has(person.ref))
      byRef.set(person.ref, person);
  }
  return [...byRef.values()];
}

function boundariesAfter(shifts: Shift[], at: Date): Date[] {
  const times = shifts
    .flatMap(({ from, to }) =>
      to ? [from.getTime(), to.getTime()] : [from.getTime()],
    )
    .filter(time => time > at.getTime());
  return [...new Set(times)].sort((a, b) => a - b).map(time => new Date(time));
}

function samePeople(some: OnCallPerson[], others: OnCallPerson[]): boolean {
  const refs = new Set(some.map(person => person.ref));
  return (
    some.length === others.length &&
    others.every(person => refs.has(person.ref))
  );
}

function nameAt(shifts: Shift[], instants: Date[]): string {
  const named = instants.flatMap(at =>
    shifts.filter(shift => covers(shift, at)),
  );
  return (named[0] ?? shifts[0]).levelName;
}

function gapUntil(next: OnCallLevel['next']): string {
  if (!next) return 'Nobody is on call, and no later shift is known.';
  const names = next.people.map(person => person.displayName).join(', ');
  const instant = `${next.from.slice(0, 10)} ${next.from.slice(11, 16)} UTC`;
  return `Nobody is on call until ${instant}, then ${names}.`;
}
