import fc from 'fast-check';
import {
  anySchedule,
  frozen,
  settings,
} from '../../../testing/oncall/anySchedule';
import {
  beginningOf,
  naiveSchedule,
} from '../../../testing/oncall/naiveSchedule';
import { naiveWall, step } from '../../../testing/oncall/naiveWall';
import { laySchedule } from './laySchedule';
import { zoneOf } from '../../../platform/calendar/zone';

const day = 96 * step;

/** St John's changed its clocks a minute after midnight until 2011, and some others did so once. */
function isWalkable(timeZone: string, from: number, to: number): boolean {
  return zoneOf(timeZone)
    .stretches(from, to)
    .every(stretch => stretch.from % step === 0);
}

describe('every quarter of an hour', () => {
  it.each([
    ['without exceptions', { windows: 'never' as const }, 25],
    ['with windows', { windows: 'always' as const }, 35],
    ['with everything', {}, 60],
  ])('has the answer of somebody who walks along, %s', (_, choice, runs) => {
    fc.assert(
      fc.property(anySchedule({ ...choice, days: 14 }), ({ schedule, at }) => {
        frozen(schedule);
        const begins = beginningOf(schedule, at);
        const end = at - (at % step) + 6 * day;
        fc.pre(isWalkable(schedule.timeZone, begins, end));
        const wall = naiveWall(schedule.timeZone, begins, end);
        const window = [
          wall.indexOf(end - 11 * day),
          wall.indexOf(end - day),
        ] as [number, number];
        const expected = naiveSchedule(schedule, wall, window);
        const laid = laySchedule(
          schedule,
          new Date(wall.instants[window[0]]),
          new Date(wall.instants[window[1]]),
        );
        const stepAt = (instant: Date) => wall.indexOf(+instant);
        const answers = expected.map(levels =>
          levels.map(() => ({
            people: [] as string[],
            shadows: [] as string[],
          })),
        );
        for (const { level, shadow, person, from, to } of laid.shifts) {
          const kind = shadow ? 'shadows' : 'people';
          for (let i = stepAt(from); i < stepAt(to!); i++)
            answers[i][level - 1][kind].push(person.ref);
        }
        const different = expected.flatMap((levels, i) => {
          const laidNow = answers[i].map(({ people, shadows }) => ({
            people: people.sort(),
            shadows: shadows.sort(),
          }));
          const same = JSON.stringify(laidNow) === JSON.stringify(levels);
          return same ? [] : [{ at: wall.texts[i], laidNow, levels }];
        });
        expect(different).toEqual([]);
      }),
      settings(runs),
    );
  });
});
