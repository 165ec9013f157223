import type { Absence } from 'backstage-plugin-incidents-common';
import { foldAbsences, withdrawAll } from './foldAbsences';

const day = (n: number) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString();
const now = new Date(day(0));
const absence = (
  id: string,
  from: number,
  to: number,
  about = {},
): Absence => ({
  ...{ id, user: 'user:default/ada', from: day(from), to: day(to) },
  ...about,
});
const made = { madeAt: day(-9) };

describe('what a calendar says, again and again', () => {
  it.each<[string, Absence[], Absence[], object]>([
    [
      'counts from when it is read first',
      [],
      [absence('a', -1, 2), absence('b', 5, 6)],
      {
        absences: [
          absence('a', -1, 2, { madeAt: day(0) }),
          absence('b', 5, 6, { madeAt: day(0) }),
        ],
        ...{ added: 2, gone: 0 },
      },
    ],
    [
      'is the same when nothing has changed',
      [absence('a', -1, 2, made)],
      [absence('a', -1, 2)],
      { absences: [absence('a', -1, 2, made)], added: 0, gone: 0 },
    ],
    [
      'counted until it was found gone',
      [absence('a', -1, 2, made)],
      [],
      {
        absences: [absence('a', -1, 2, { ...made, withdrawnAt: day(0) })],
        ...{ added: 0, gone: 1 },
      },
    ],
    [
      'leaves nothing behind when it was taken out before it began',
      [absence('a', 1, 2, made)],
      [],
      { absences: [], added: 0, gone: 1 },
    ],
    [
      'stays what it was when it is over',
      [absence('a', -3, -1, made)],
      [],
      { absences: [absence('a', -3, -1, made)], added: 0, gone: 0 },
    ],
    [
      'is not made up for the past',
      [],
      [absence('a', -3, -1)],
      { absences: [], added: 0, gone: 0 },
    ],
    [
      'is forgotten after four hundred days',
      [absence('a', -410, -400, made), absence('b', -410, -399, made)],
      [],
      { absences: [absence('b', -410, -399, made)], added: 0, gone: 0 },
    ],
  ])('%s', (_, known, read, expected) => {
    expect(foldAbsences(known, read, now)).toEqual(expected);
  });

  it('comes back as another one, once', () => {
    const before = absence('a', -1, 2, { ...made, withdrawnAt: day(-0.5) });
    const first = foldAbsences([before], [absence('a', -1, 2)], now);
    expect(first.absences).toEqual([
      before,
      absence(`a~${now.getTime()}`, -1, 2, { madeAt: day(0) }),
    ]);
    const again = foldAbsences(first.absences, [absence('a', -1, 2)], now);
    expect(again).toEqual({ absences: first.absences, added: 0, gone: 0 });
  });

  it('counts no more once it is read no more', () => {
    const known = [absence('a', -1, 2, made), absence('b', 1, 2, made)];
    expect(withdrawAll(known, now)).toEqual([
      absence('a', -1, 2, { ...made, withdrawnAt: day(0) }),
    ]);
  });
});
