import fc from 'fast-check';
import {
  anyLevels,
  anySchedule,
  frozen,
  settings,
} from '../../../testing/oncall/anySchedule';
import { anyAmendments } from '../../../testing/oncall/anyAmendments';
import { user } from '../../../testing/oncall/aSchedule';
import { whoIsOnCall } from '../whoIsOnCall';
import {
  amendSchedule,
  editSchedule,
  stateAt,
  withdrawAmendment,
  type Amendments,
} from './editSchedule';
import { laySchedule, layShifts } from './laySchedule';
import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';

const day = 86_400_000;
const date = (instant: number) => new Date(instant);

/** Without what an edit can tell no more than the future: where a shift goes on to. */
function past(schedule: ScheduleDefinition, at: number) {
  const { shifts, gaps } = laySchedule(schedule, date(at - 20 * day), date(at));
  const bare = <T extends { endsLater?: boolean }>({ endsLater, ...rest }: T) =>
    rest;
  return { shifts: shifts.map(bare), gaps: gaps.map(bare) };
}

const kinds = ['overrides', 'swaps', 'shadows', 'absences'] as const;

const anyInstant = (at: number) =>
  fc.integer({ min: -4 * day, max: 4 * day }).map(shift => at + shift);

describe('what was on call stays', () => {
  it('when the schedule becomes something else', () => {
    const edits = anySchedule({ days: 30 }).chain(({ schedule, at }) =>
      fc.record({
        schedule: fc.constant(frozen(schedule)),
        now: anyInstant(at),
        levels: anyLevels(at),
      }),
    );
    fc.assert(
      fc.property(edits, ({ schedule, now, levels }) => {
        const state = { timeZone: 'Asia/Tokyo', levels };
        const edited = editSchedule(
          schedule,
          state as ReturnType<typeof stateAt>,
          date(now),
        );
        expect(past(edited, now)).toEqual(past(schedule, now));
        expect(stateAt(edited, date(now))).toEqual(state);
      }),
      settings(40),
    );
  });

  it('when an exception is made', () => {
    const additions = anySchedule({ days: 30 }).chain(({ schedule, at }) =>
      fc.record({
        schedule: fc.constant(frozen(schedule)),
        now: anyInstant(at),
        added: anyAmendments(at),
      }),
    );
    fc.assert(
      fc.property(additions, ({ schedule, now, added }) => {
        for (const kind of kinds) {
          const [one] = added[kind];
          if (!one) continue;
          const amendment = { ...one, id: 'new' } as Amendments[typeof kind];
          const amended = amendSchedule(
            schedule,
            { kind, amendment },
            date(now),
          );
          expect(past(amended, now)).toEqual(past(schedule, now));
        }
      }),
      settings(40),
    );
  });

  it('when an exception is withdrawn', () => {
    const withdrawals = anySchedule({ days: 30 }).chain(({ schedule, at }) =>
      fc.record({
        schedule: fc.constant(frozen(schedule)),
        now: anyInstant(at),
      }),
    );
    fc.assert(
      fc.property(withdrawals, ({ schedule, now }) => {
        for (const kind of kinds) {
          const without = withdrawAmendment(
            schedule,
            { kind, id: '0' },
            date(now),
          );
          expect(past(without, now)).toEqual(past(schedule, now));
        }
      }),
      settings(40),
    );
  });
});

const peopleAt = (schedule: ScheduleDefinition, at: number) =>
  whoIsOnCall(layShifts(schedule, date(at), date(at + 1)), date(at)).map(
    ({ level, people }) => ({
      level,
      people: people.map(({ ref }) => ref).sort(),
    }),
  );

describe('who is on call now', () => {
  const changes = anySchedule({ days: 30 }).chain(({ schedule, at }) =>
    fc.record({
      schedule: fc.constant(frozen(schedule)),
      now: anyInstant(at),
      places: fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
      sort: fc.boolean(),
    }),
  );
  const zed = user('zed');

  it('stays when somebody is added anywhere', () => {
    fc.assert(
      fc.property(changes, ({ schedule, now, places, sort }) => {
        let i = 0;
        const { timeZone, levels } = stateAt(schedule, date(now));
        const more = levels.map(level => ({
          ...level,
          rotations: level.rotations.map(rotation => {
            const { participants } = rotation;
            const place =
              places[i++ % places.length] % (participants.length + 1);
            const added = [
              ...participants.slice(0, place),
              zed,
              ...participants.slice(place),
            ];
            return {
              ...rotation,
              participants: sort ? [...added].reverse() : added,
            };
          }),
        }));
        const edited = editSchedule(
          schedule,
          { timeZone, levels: more },
          date(now),
        );
        expect(peopleAt(edited, now)).toEqual(peopleAt(schedule, now));
      }),
      settings(40),
    );
  });

  it('stays when somebody who is not on call is taken out everywhere', () => {
    fc.assert(
      fc.property(changes, fc.nat(7), ({ schedule, now }, which) => {
        const before = peopleAt(schedule, now);
        const onCall = new Set(before.flatMap(({ people }) => people));
        const { timeZone, levels } = stateAt(schedule, date(now));
        const known = levels.flatMap(({ rotations }) =>
          rotations.flatMap(({ participants }) =>
            participants.flatMap(one =>
              typeof one === 'string' ? [one] : one.users,
            ),
          ),
        );
        const others = [...new Set(known)].filter(ref => !onCall.has(ref));
        fc.pre(others.length > 0);
        const gone = others[which % others.length];
        const fewer = levels.map(level => ({
          ...level,
          rotations: level.rotations.map(rotation => ({
            ...rotation,
            participants: rotation.participants
              .map(one =>
                typeof one === 'string'
                  ? one
                  : { ...one, users: one.users.filter(ref => ref !== gone) },
              )
              .filter(one =>
                typeof one === 'string' ? one !== gone : one.users.length > 0,
              ),
          })),
        }));
        const edited = editSchedule(
          schedule,
          { timeZone, levels: fewer },
          date(now),
        );
        expect(peopleAt(edited, now)).toEqual(before);
      }),
      settings(40),
    );
  });
});
