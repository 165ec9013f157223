import type { Shift } from 'backstage-plugin-incidents-node';
import { dueAnnouncements } from './dueAnnouncements';

const minute = 60_000;
const at = (text: string) => new Date(`2026-11-20T${text}:00.000Z`);
const shift = (name: string, from: string, to: string): Shift => ({
  ...{ level: 1, levelName: 'Primary' },
  person: { ref: name, displayName: name },
  ...{ from: at(from), to: at(to) },
});
const day = [
  shift('ada', '00:00', '09:00'),
  shift('bo', '09:00', '18:00'),
  shift('cy', '18:00', '23:59'),
];
const times = { beforeBegin: 60 * minute, atEnd: true, to: at('23:59') };
const told = (now: string, about: object = {}, shifts = day) => {
  const { due, next } = dueAnnouncements(shifts, {
    ...{ ...times, now: at(now), ...about },
  });
  return [
    ...due.map(({ what, user, around, ends }) =>
      [
        ...[what, user, '<', ...around.leave, '>', ...around.come],
        ...(ends ? ['then', ...ends.come] : []),
      ].join(' '),
    ),
    next?.toISOString().slice(11, 16),
  ];
};

describe('who is told of a shift', () => {
  it.each([
    ['nobody long before it', '07:59', ['08:00']],
    [
      'whoever has it, an hour before',
      '08:00',
      ['begin bo < ada > then cy', '09:00'],
    ],
    [
      'both, when one hands over to the other',
      '09:00',
      ['end ada < > bo', 'begin bo < ada > then cy', '17:00'],
    ],
    [
      'both, a quarter of an hour later still',
      '09:14',
      ['end ada < > bo', 'begin bo < ada > then cy', '17:00'],
    ],
    ['nobody of what they know by then', '09:15', ['17:00']],
    [
      'without its end, when that is farther than anybody looked',
      '17:00',
      ['begin cy < bo >', '18:00'],
    ],
  ])('%s', (_, now, expected) => {
    expect(told(now)).toEqual(expected);
  });

  it('is not told of the end, when that is not wanted', () => {
    expect(told('09:00', { atEnd: false })).toEqual([
      ...['begin bo < ada > then cy', '17:00'],
    ]);
  });

  it('is told only at the beginning, when there is no time before it', () => {
    expect(told('08:59', { beforeBegin: 0 })).toEqual(['09:00']);
  });

  it('is nobody who stays', () => {
    const twice = [
      shift('ada', '00:00', '09:00'),
      shift('ada', '09:00', '18:00'),
    ];
    expect(told('09:00', {}, twice)).toEqual(['18:00']);
  });
});
