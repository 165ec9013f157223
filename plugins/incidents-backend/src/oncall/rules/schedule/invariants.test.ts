import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import fc from 'fast-check';
import {
  anySchedule,
  frozen,
  settings,
} from '../../../testing/oncall/anySchedule';
import { findDoubleBookings } from '../findDoubleBookings';
import { findGaps } from '../findGaps';
import { loadOf } from '../loadOf';
import { whoIsOnCall } from '../whoIsOnCall';
import { laySchedule, layShifts, type LaidSchedule } from './laySchedule';

const hour = 3_600_000;
const day = 24 * hour;

const date = (instant: number) => new Date(instant);

/** People and reasons at an instant, each level sorted. */
function answer({ shifts, gaps }: LaidSchedule, at: Date) {
  return whoIsOnCall(shifts, at, { gaps }).map(one => ({
    level: one.level,
    name: one.name,
    result: one.result,
    people: one.people.map(({ ref }) => ref).sort(),
    shadows: one.shadows?.map(({ ref }) => ref).sort(),
    gapReason: one.gapReason,
  }));
}

/** What of a plan lies in a narrower window, as if only that had been asked. */
function cutTo(laid: LaidSchedule, from: Date, to: Date): LaidSchedule {
  const within = <
    T extends LaidSchedule['shifts'][number] | LaidSchedule['gaps'][number],
  >(
    pieces: T[],
  ) =>
    pieces
      .filter(piece => piece.from < to && from < piece.to!)
      .map(piece => ({
        ...piece,
        from: piece.from < from ? from : piece.from,
        to: to < piece.to! ? to : piece.to!,
        ...((piece.from < from || piece.startsEarlier) && {
          startsEarlier: true,
        }),
        ...((to < piece.to! || piece.endsLater) && { endsLater: true }),
      }));
  return { shifts: within(laid.shifts), gaps: within(laid.gaps) };
}

/** Where two spans begin at once, their order says nothing. */
const sorted = ({ shifts, gaps }: LaidSchedule) => ({
  shifts: shifts
    .map(one => JSON.stringify(one, Object.keys(one).sort()))
    .sort(),
  gaps: gaps.map(one => JSON.stringify(one, Object.keys(one).sort())).sort(),
});

const shuffled = <T>(items: T[]) =>
  fc.shuffledSubarray(items, { minLength: items.length });

type Piece = { level: number; from: Date; to?: Date };

const spans = (pieces: Piece[]) =>
  pieces.map(({ level, from, to }) => [level, +from, +to!]);

/** Gaps of different reasons that follow each other are one gap. */
function union(pieces: Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((found, piece) => {
    const before = found.at(-1);
    if (before?.level !== piece.level || +before.to! !== +piece.from)
      return [...found, { ...piece }];
    before.to = piece.to;
    return found;
  }, []);
}

/** Shifts of a level in which somebody is twice at the same time. */
function doubled({ shifts }: LaidSchedule): string[] {
  return shifts.flatMap((one, i) =>
    shifts
      .slice(i + 1)
      .filter(
        other =>
          other.level === one.level &&
          other.person.ref === one.person.ref &&
          other.from < one.to! &&
          one.from < other.to!,
      )
      .map(() => one.person.ref),
  );
}

describe('whatever the schedule', () => {
  it('has at an instant the answer of a full expansion', () => {
    fc.assert(
      fc.property(
        anySchedule({ days: 400 }),
        fc.array(fc.integer({ min: -20 * day, max: 20 * day }), {
          minLength: 5,
          maxLength: 5,
        }),
        ({ schedule, at }, shifts) => {
          frozen(schedule);
          const full = laySchedule(
            schedule,
            date(at - 30 * day),
            date(at + 30 * day),
          );
          const edges = full.shifts.map(({ from }) => +from).slice(0, 5);
          for (const instant of [
            ...edges,
            ...edges.map(edge => edge - 1),
            ...shifts.map(shift => at + shift),
          ]) {
            if (instant < at - 30 * day) continue;
            const narrow = laySchedule(
              schedule,
              date(instant),
              date(instant + 1),
            );
            expect(answer(narrow, date(instant))).toEqual(
              answer(full, date(instant)),
            );
          }
        },
      ),
      settings(30),
    );
  });

  it('has in the second week the second half of two weeks', () => {
    fc.assert(
      fc.property(anySchedule({ days: 100 }), ({ schedule, at }) => {
        const [start, middle, end] = [-7, 0, 7].map(n => date(at + n * day));
        const both = laySchedule(schedule, start, end);
        expect(sorted(laySchedule(schedule, middle, end))).toEqual(
          sorted(cutTo(both, middle, end)),
        );
        expect(sorted(laySchedule(schedule, start, middle))).toEqual(
          sorted(cutTo(both, start, middle)),
        );
      }),
      settings(30),
    );
  });

  it('has segments that are sorted, not empty, not twice, and leave nothing open', () => {
    fc.assert(
      fc.property(anySchedule({ days: 100 }), ({ schedule, at }) => {
        const window = { from: date(at - 9 * day), to: date(at + 9 * day) };
        const laid = laySchedule(schedule, window.from, window.to);
        for (const pieces of [laid.shifts, laid.gaps]) {
          const wrong = pieces.filter((one, i) => {
            const before = pieces[i - 1];
            return !(
              window.from <= one.from &&
              one.from < one.to! &&
              one.to! <= window.to &&
              /^[^ ].*\.$/.test(one.because ?? '') &&
              (!before ||
                before.level < one.level ||
                (before.level === one.level && before.from <= one.from))
            );
          });
          expect(wrong).toEqual([]);
        }
        expect(doubled(laid)).toEqual([]);
        const levels = [1, 2].map(level => ({ level, levelName: '' }));
        const whole = schedule.revisions.every(
          revision => revision.levels.length === 2,
        );
        // A level that an edit took away has neither shifts nor gaps.
        if (!whole) return;
        expect(spans(findGaps(laid.shifts, levels, window))).toEqual(
          spans(union(laid.gaps)),
        );
      }),
      settings(30),
    );
  });

  it('does not depend on the order of exceptions, nor on being asked again', () => {
    fc.assert(
      fc.property(
        anySchedule({ days: 30 }).chain(({ schedule, at }) =>
          fc.record({
            at: fc.constant(at),
            schedule: fc.constant(frozen(schedule)),
            other: fc
              .record({
                overrides: shuffled(schedule.overrides),
                swaps: shuffled(schedule.swaps),
                shadows: shuffled(schedule.shadows),
                absences: shuffled(schedule.absences),
              })
              .map(lists =>
                frozen<ScheduleDefinition>({ ...schedule, ...lists }),
              ),
          }),
        ),
        ({ at, schedule, other }) => {
          const window = [date(at - 7 * day), date(at + 7 * day)] as const;
          const once = laySchedule(schedule, ...window);
          expect(laySchedule(schedule, ...window)).toEqual(once);
          expect(laySchedule(other, ...window)).toEqual(once);
        },
      ),
      settings(30),
    );
  });

  it('counts every hour that somebody is on call, once', () => {
    fc.assert(
      fc.property(anySchedule({ days: 30 }), ({ schedule, at }) => {
        const window = { from: date(at - 10 * day), to: date(at + 10 * day) };
        const shifts = frozen(layShifts(schedule, window.from, window.to));
        const { timeZone } = schedule;
        const loads = loadOf(shifts, window, () => timeZone);
        const total = shifts
          .filter(({ shadow }) => !shadow)
          .reduce((sum, { from, to }) => sum + (+to! - +from), 0);
        const twice = findDoubleBookings(shifts).reduce(
          (sum, { from, to, places }) =>
            sum + (+to! - +from) * (places.length - 1),
          0,
        );
        const hours = loads.reduce((sum, load) => sum + load.hours, 0);
        expect(hours).toBeCloseTo((total - twice) / hour, 6);
        for (const load of loads) {
          expect(load.sleepHours).toBeLessThanOrEqual(load.hours);
          expect(load.weekendHours).toBeLessThanOrEqual(load.hours);
          expect(load.nights).toBeLessThanOrEqual(21);
          expect(load.weekends).toBeLessThanOrEqual(4);
        }
      }),
      settings(30),
    );
  });
});
