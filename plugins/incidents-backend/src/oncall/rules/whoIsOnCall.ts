import type {
  OnCallLevel,
  OnCallPerson,
} from 'backstage-plugin-incidents-common';
import type { Shift, ShiftGap } from 'backstage-plugin-incidents-node';
import { unreachable, type WhyUnreachable } from './findUnreachable';

/** What may be known besides the shifts. */
export type KnownOfShifts = {
  /** Where nobody is on call, and why. A level that has neither a shift nor a gap at the instant is then not there. */
  gaps?: ShiftGap[];
  whyUnreachable?: WhyUnreachable;
};

/**
 * Who is on call at an instant, level by level. A shift is half-open: at its end the next one has begun. A shadow is never among
 * the people.
 *
 * People of a level stand in the order of the shifts given.
 */
export function whoIsOnCall(
  shifts: Shift[],
  at: Date,
  known: KnownOfShifts = {},
): OnCallLevel[] {
  const { gaps = [] } = known;
  const there = known.gaps
    ? [...shifts, ...gaps].filter(one => covers(one, at))
    : shifts;
  const numbers = new Set(there.map(({ level }) => level));
  return [...numbers]
    .sort((a, b) => a - b)
    .map(number =>
      levelAt(
        {
          ...known,
          shifts: shifts.filter(({ level }) => level === number),
          gaps: gaps.filter(({ level }) => level === number),
        },
        at,
      ),
    );
}

type OfLevel = KnownOfShifts & { shifts: Shift[]; gaps: ShiftGap[] };

function levelAt(known: OfLevel, at: Date): OnCallLevel {
  const shifts = known.shifts.filter(({ shadow }) => !shadow);
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
  const all = [...known.shifts, ...known.gaps];
  return {
    level: all[0].level,
    name: nameAt(all, nextFrom ? [at, nextFrom] : [at]),
    people,
    ...(people.length > 0 && changesAt && { until: changesAt.toISOString() }),
    ...(next && { next }),
    ...(people.length === 0
      ? nobodyAt(known.gaps, next, at)
      : reachedAt(known, people, at)),
    ...shadowsAt(known.shifts, at),
  };
}

function nobodyAt(gaps: ShiftGap[], next: OnCallLevel['next'], at: Date) {
  const gap = gaps.find(one => covers(one, at));
  return {
    result: 'nobody' as const,
    gap: [gapUntil(next), ...(gap ? [gap.because] : [])].join(' '),
    gapReason: gap?.reason ?? ('unknown' as const),
  };
}

function reachedAt(
  { shifts, whyUnreachable }: OfLevel,
  people: OnCallPerson[],
  at: Date,
) {
  const paged = shifts.filter(shift => !shift.shadow && covers(shift, at));
  const missed = whyUnreachable ? unreachable(paged, whyUnreachable) : [];
  return {
    result:
      missed.length < people.length
        ? ('somebody' as const)
        : ('unreachable' as const),
    ...(missed.length > 0 && { unreachable: missed }),
  };
}

function shadowsAt(shifts: Shift[], at: Date) {
  const shadows = peopleAt(
    shifts.filter(({ shadow }) => shadow),
    at,
  );
  return shadows.length > 0 ? { shadows } : {};
}

/** Where the window that was asked ends, nobody hands over. */
function endOf({ to, endsLater }: Shift | ShiftGap): Date | undefined {
  return endsLater ? undefined : to;
}

function covers(shift: Shift | ShiftGap, at: Date): boolean {
  const end = endOf(shift);
  return shift.from <= at && (end === undefined || at < end);
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
    .flatMap(shift => {
      const end = endOf(shift);
      return end
        ? [shift.from.getTime(), end.getTime()]
        : [shift.from.getTime()];
    })
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

function nameAt(named: Array<Shift | ShiftGap>, instants: Date[]): string {
  const found = instants.flatMap(at => named.filter(one => covers(one, at)));
  return (found[0] ?? named[0]).levelName;
}

function gapUntil(next: OnCallLevel['next']): string {
  if (!next) return 'Nobody is on call, and no later shift is known.';
  const names = next.people.map(person => person.displayName).join(', ');
  const instant = `${next.from.slice(0, 10)} ${next.from.slice(11, 16)} UTC`;
  return `Nobody is on call until ${instant}, then ${names}.`;
}
