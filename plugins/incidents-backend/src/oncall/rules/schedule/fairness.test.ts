import fc from 'fast-check';
import {
  anyPlace,
  anyRotation,
  read,
  settings,
} from '../../../testing/oncall/anySchedule';
import { wallClock } from '../../../testing/oncall/told';
import { layShifts } from './laySchedule';
import { zoneOf } from '../../../platform/calendar/zone';

const hour = 3_600_000;
const day = 24 * hour;
const date = (instant: number) => new Date(instant);

/** One rotation, always on call. */
const anyUnrestricted = anyPlace.chain(({ timeZone, at }) =>
  anyRotation(at, { windows: 'never', days: 900 }).map(rotation => ({
    at,
    timeZone,
    rotation: { ...rotation, name: 'rotation' },
    schedule: read({
      timeZone,
      levels: [
        { name: 'Primary', rotations: [{ ...rotation, name: 'rotation' }] },
      ],
    }),
  })),
);

/** The turns of a span: their numbers, and when they run. */
function turnsOf(
  { schedule }: { schedule: ReturnType<typeof read> },
  from: number,
  to: number,
) {
  const turns = new Map<
    number,
    { from: number; to: number; users: string[] }
  >();
  for (const shift of layShifts(schedule, date(from), date(to))) {
    const known = turns.get(shift.turn!);
    if (known) known.users.push(shift.person.ref);
    else
      turns.set(shift.turn!, {
        ...{ from: +shift.from, to: +shift.to! },
        users: [shift.person.ref],
      });
  }
  return turns;
}

/** How much the most turns of somebody and the fewest differ. */
function spreadOf(numbers: number[], seats: number): number {
  const counts = Array.from(
    { length: seats },
    (_, seat) => numbers.filter(number => number % seats === seat).length,
  );
  return Math.max(...counts) - Math.min(...counts);
}

describe('a rotation that is always on call', () => {
  it('has no gap and no overlap in any year', () => {
    fc.assert(
      fc.property(anyUnrestricted, one => {
        const from = one.at + 3 * day;
        const turns = [...turnsOf(one, from, from + 366 * day).values()];
        expect(turns[0].from).toBe(from);
        const wrong = turns.filter(
          (turn, i) => turn.to !== (turns[i + 1]?.from ?? from + 366 * day),
        );
        expect(wrong).toEqual([]);
      }),
      settings(50),
    );
  });

  it('gives turns in their order: over whole cycles all have the same number, over any span they differ by one at most', () => {
    fc.assert(
      fc.property(
        anyUnrestricted,
        fc.integer({ min: 1, max: 120 }),
        (one, days) => {
          const from = one.at + 3 * day;
          const turns = turnsOf(one, from, from + days * day);
          const { participants } = one.rotation;
          const numbers = [...turns.keys()];
          const wrong = numbers.filter(number => {
            const due = participants[number % participants.length];
            const users = typeof due === 'string' ? [due] : due.users;
            const has = turns.get(number)!.users;
            return [...has].sort().join() !== [...users].sort().join();
          });
          expect(wrong).toEqual([]);
          // Turns that a change of the clock left empty are turns: they are counted by their number.
          const skipped = numbers
            .slice(1)
            .filter((number, i) => number !== numbers[i] + 1);
          const isHourly = one.rotation.turn.unit === 'hours';
          expect(
            skipped.length === 0 || isHourly || one.timeZone === 'Pacific/Apia',
          ).toBe(true);
          const first = numbers[0];
          const last = numbers.at(-1)!;
          const all = Array.from(
            { length: last - first + 1 },
            (_, i) => first + i,
          );
          const spread = spreadOf(all, participants.length);
          expect(spread).toBeLessThanOrEqual(
            all.length % participants.length === 0 ? 0 : 1,
          );
          expect(spreadOf(numbers, participants.length)).toBeLessThanOrEqual(
            spread + skipped.length,
          );
        },
      ),
      settings(50),
    );
  });

  it('hands over at its time on the wall, or at the first later instant on a day on which that is not there', () => {
    const inDays = anyUnrestricted.filter(
      ({ rotation }) => rotation.turn.unit !== 'hours',
    );
    fc.assert(
      fc.property(inDays, one => {
        const clock = wallClock(one.timeZone);
        const { time, monthday, weekday } = one.rotation.handoff;
        const from = one.at + 3 * day;
        const turns = [...turnsOf(one, from, from + 100 * day).values()];
        const wrong = turns.slice(1).filter(({ from: handoff }) => {
          const now = clock(handoff);
          const before = clock(handoff - 1);
          if (now.time !== time) {
            // Skipped: a moment before, the wall was before it, and now it is behind it.
            return !(
              before.offset !== now.offset &&
              now.text > `${before.date}T${time}` &&
              (before.text < `${now.date}T${time}` || before.date < now.date)
            );
          }
          // The first of two: up to three hours before, the wall did not show it.
          const earlier = [0.5, 1, 2, 3].map(
            hours => clock(handoff - hours * hour).text,
          );
          const [year, month, today] = now.date.split('-').map(Number);
          const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
          return (
            earlier.includes(now.text) ||
            (weekday && now.weekday.toLowerCase() !== weekday) ||
            (monthday && today !== Math.min(monthday, last))
          );
        });
        expect(wrong).toEqual([]);
      }),
      settings(50),
    );
  });

  it('has turns of so many elapsed hours, to the millisecond', () => {
    const elapsed = anyUnrestricted.filter(
      ({ rotation }) => rotation.turn.hours === 'elapsed',
    );
    fc.assert(
      fc.property(elapsed, one => {
        const from = one.at + 3 * day;
        const turns = [...turnsOf(one, from, from + 20 * day).values()];
        const wrong = turns
          .slice(1, -1)
          .filter(
            turn => turn.to - turn.from !== one.rotation.turn.every * hour,
          );
        expect(wrong).toEqual([]);
      }),
      settings(30),
    );
  });
});

describe('days outside the windows', () => {
  it('use up no turn: those on which a window starts are counted without a hole', () => {
    const withWindows = anyPlace.chain(({ timeZone, at }) =>
      anyRotation(at, { windows: 'always', days: 100 }).map(rotation => ({
        timeZone,
        at,
        rotation: {
          ...rotation,
          name: 'rotation',
          turn: { every: 1, unit: 'days' as const },
          handoff: { time: '00:00' },
        },
      })),
    );
    fc.assert(
      fc.property(withWindows, ({ timeZone, at, rotation }) => {
        const schedule = read({
          timeZone,
          levels: [{ name: 'Primary', rotations: [rotation] }],
        });
        const clock = wallClock(timeZone);
        const from = at + 4 * day;
        const to = from + 21 * day;
        const days = new Set(rotation.windows!.flatMap(window => window.days));
        const turnOn = new Map<string, number>();
        const shifts = layShifts(schedule, date(from), date(to));
        for (const shift of shifts.filter(one => !one.startsEarlier)) {
          const { date: on, weekday } = clock(shift.from);
          const isDay = (days as Set<string>).has(weekday.toLowerCase());
          if (isDay) turnOn.set(on, shift.turn!);
        }
        const numbers = [...turnOn.values()];
        // A day whose only window a change of the clock left out has its turn without a shift.
        const changes = zoneOf(timeZone).stretches(from - day, to).length - 1;
        const holes = numbers
          .slice(1)
          .map((number, i) => number - numbers[i] - 1)
          .reduce((sum, hole) => sum + hole, 0);
        expect(holes).toBeGreaterThanOrEqual(0);
        expect(holes).toBeLessThanOrEqual(changes);
      }),
      settings(30),
    );
  });
});
