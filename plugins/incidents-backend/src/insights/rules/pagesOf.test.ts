import type { DutyShift } from '../../oncall';
import { pagesOf } from './pagesOf';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const shift = (from: number, to: number, shadow?: true): DutyShift => ({
  ...{ schedule: 'a', level: 1, levelName: 'Primary', shadow },
  ...{ from: at(from), to: at(to) },
  person: { ref: 'user:default/ada', displayName: 'Ada' },
});
const beforeSix = (time: Date) => time.getUTCHours() < 6;

describe('pagesOf', () => {
  it.each<[string, number[], DutyShift[], number[]]>([
    ['none', [], [shift(0, 8)], [0, 0, 0]],
    ['one by day', [7], [shift(0, 8)], [1, 0, 0]],
    ['one at night', [5], [shift(0, 8)], [1, 1, 0]],
    ['one at the first instant', [0], [shift(0, 8)], [1, 1, 0]],
    ['one when the shift was over', [8], [shift(0, 8)], [1, 0, 1]],
    ['one before it', [3], [shift(4, 8)], [1, 1, 1]],
    ['one between two', [4, 5, 6], [shift(3, 5), shift(6, 8)], [3, 2, 1]],
    [
      'one of a shadow, who is not on call',
      [7],
      [shift(0, 8, true)],
      [1, 0, 1],
    ],
    ['one of who has no shift', [7], [], [1, 0, 1]],
  ])('counts %s', (_, called, shifts, expected) => {
    const { pages, sleepPages, offDutyPages } = pagesOf(
      called.map(at),
      shifts,
      beforeSix,
    );
    expect([pages, sleepPages, offDutyPages]).toEqual(expected);
  });
});
