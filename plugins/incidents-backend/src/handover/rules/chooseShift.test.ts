import type { DutyShift } from '../../oncall';
import { chooseShift, nextOf, stretchesOf } from './chooseShift';

/** Hours since a midnight; a day and more is later. */
const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const hourOf = (date: Date) => (date.getTime() - at(0).getTime()) / 3_600_000;

type Line = [who: string, from: number, to: number, about?: Partial<DutyShift>];

const shift = ([who, from, to, about]: Line): DutyShift => ({
  ...{ schedule: 'till', level: 1, levelName: 'Primary' },
  person: { ref: `user:default/${who}`, displayName: who },
  ...{ from: at(from), to: at(to) },
  ...about,
});
const backup = { level: 2, levelName: 'Backup' };
const lines = (some: Line[]) => stretchesOf(some.map(shift));

describe('the stretches of shifts', () => {
  it.each<[string, Line[], string]>([
    ['one', [['ada', 0, 8]], 'ada 1 0-8'],
    [
      'two that follow each other',
      [
        ['ada', 8, 9],
        ['ada', 0, 8],
      ],
      'ada 1 0-9',
    ],
    [
      'two that overlap',
      [
        ['ada', 0, 8],
        ['ada', 7, 9],
      ],
      'ada 1 0-9',
    ],
    [
      'one within the other',
      [
        ['ada', 0, 8],
        ['ada', 2, 3],
      ],
      'ada 1 0-8',
    ],
    [
      'two with a break',
      [
        ['ada', 0, 8],
        ['ada', 9, 10],
      ],
      'ada 1 0-8, ada 1 9-10',
    ],
    [
      'of two people',
      [
        ['ada', 0, 8],
        ['bo', 8, 9],
      ],
      'ada 1 0-8, bo 1 8-9',
    ],
    [
      'on two levels',
      [
        ['ada', 0, 8],
        ['ada', 8, 9, backup],
      ],
      'ada 1 0-8, ada 2 8-9',
    ],
    [
      'without shadows',
      [
        ['ada', 0, 8, { shadow: true }],
        ['bo', 0, 8],
      ],
      'bo 1 0-8',
    ],
  ])('are %s', (_, some, expected) => {
    expect(
      lines(some)
        .map(
          ({ person, level, from, to }) =>
            `${person.displayName} ${level} ${hourOf(from)}-${hourOf(to)}`,
        )
        .join(', '),
    ).toBe(expected);
  });

  it('go on where the last of them does', () => {
    const [stretch] = lines([
      ['ada', 0, 8, { startsEarlier: true }],
      ['ada', 8, 9, { endsLater: true }],
    ]);
    expect(stretch).toMatchObject({ startsEarlier: true, endsLater: true });
  });
});

describe('the shift that is handed over', () => {
  const day: Line[] = [
    ['ada', 0, 8],
    ['bo', 8, 16],
    ['cy', 0, 16, backup],
    ['dee', 20, 21],
  ];
  it.each<[string, number, string, string | undefined]>([
    ['one’s own that runs', 4, 'cy', 'cy'],
    ['at its first instant', 8, 'bo', 'bo'],
    ['one’s own that has ended', 9, 'ada', 'ada'],
    ['at the instant of its end', 8, 'ada', 'ada'],
    ['no longer a day after', 33, 'ada', 'dee'],
    ['of somebody else the first level', 4, 'eve', 'ada'],
    ['in a gap the one that ended last', 18, 'eve', 'bo'],
    ['one’s own before that of others', 18, 'cy', 'cy'],
    ['none long after', 46, 'eve', undefined],
    ['none before', -1, 'ada', undefined],
  ])('is %s', (_, hour, who, expected) => {
    const chosen = chooseShift(lines(day), at(hour), `user:default/${who}`);
    expect(chosen?.person.displayName).toBe(expected);
  });
});

describe('who comes next', () => {
  it.each<[string, Line[], string | undefined]>([
    [
      'who follows',
      [
        ['ada', 0, 8],
        ['bo', 8, 9],
      ],
      'bo 8',
    ],
    [
      'all who follow',
      [
        ['ada', 0, 8],
        ['bo', 8, 9],
        ['cy', 8, 10],
      ],
      'bo+cy 8',
    ],
    [
      'who is there already',
      [
        ['ada', 0, 8],
        ['bo', 4, 9],
      ],
      'bo 8',
    ],
    [
      'the first after a gap',
      [
        ['ada', 0, 8],
        ['bo', 9, 10],
        ['cy', 11, 12],
      ],
      'bo 9',
    ],
    [
      'the same again after a gap',
      [
        ['ada', 0, 8],
        ['ada', 20, 22],
      ],
      'ada 20',
    ],
    [
      'nobody of another level',
      [
        ['ada', 0, 8],
        ['bo', 8, 9, backup],
      ],
      undefined,
    ],
    ['nobody', [['ada', 0, 8]], undefined],
    [
      'not known',
      [
        ['ada', 0, 8, { endsLater: true }],
        ['bo', 8, 9],
      ],
      undefined,
    ],
  ])('is %s', (_, some, expected) => {
    const [first, ...others] = lines(some);
    const next = nextOf([first, ...others], first);
    expect(
      next &&
        `${next.people
          .map(({ displayName }) => displayName)
          .join('+')} ${hourOf(next.from)}`,
    ).toBe(expected);
  });
});
