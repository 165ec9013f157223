import type { Shift } from 'backstage-plugin-incidents-node';
import { findDoubleBookings } from './findDoubleBookings';
import { findGaps } from './findGaps';
import { findUnreachable } from './findUnreachable';
import { whoIsOnCall } from './whoIsOnCall';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const hours = ({ from, to }: { from: Date; to?: Date }) =>
  [from, to].map(one => one && (one.getTime() - at(0).getTime()) / 3_600_000);

function shift(
  name: string,
  from: number,
  to?: number,
  about: Partial<Shift> = {},
): Shift {
  return {
    level: 1,
    levelName: 'Primary',
    person: { ref: `user:default/${name}`, displayName: name },
    from: at(from),
    ...(to !== undefined && { to: at(to) }),
    ...about,
  };
}

const backup = { level: 2, levelName: 'Backup' };
const window = { from: at(0), to: at(24) };

describe('findGaps', () => {
  const levels = [{ level: 1, levelName: 'Primary' }, backup];

  it.each<[string, Shift[], unknown[]]>([
    [
      'all of it without shifts',
      [],
      [
        [1, [0, 24]],
        [2, [0, 24]],
      ],
    ],
    [
      'before, between and after',
      [shift('ada', 2, 8), shift('bo', 10, 20), shift('cy', 0, 24, backup)],
      [
        [1, [0, 2]],
        [1, [8, 10]],
        [1, [20, 24]],
      ],
    ],
    [
      'nothing where shifts touch or overlap',
      [
        shift('ada', 0, 12),
        shift('bo', 10, 18),
        shift('cy', 18, 24),
        shift('dee', 0, 24, backup),
      ],
      [],
    ],
    [
      'nothing behind a shift without end',
      [shift('ada', 6), shift('dee', -5, 30, backup)],
      [[1, [0, 6]]],
    ],
    [
      'where only a shadow is',
      [
        shift('ada', 0, 12),
        shift('bo', 12, 24, { shadow: true }),
        shift('dee', 0, 24, backup),
      ],
      [[1, [12, 24]]],
    ],
  ])('finds %s', (_, shifts, expected) => {
    const found = findGaps(shifts, levels, window);
    expect(found.map(gap => [gap.level, hours(gap)])).toEqual(expected);
  });
});

describe('findDoubleBookings', () => {
  const told = (shifts: Shift[]) =>
    findDoubleBookings(shifts).map(one => [
      one.person.displayName,
      hours(one),
      one.places.map(
        ({ schedule = '', levelName }) => `${schedule}${levelName}`,
      ),
    ]);

  it.each<[string, Shift[], unknown[]]>([
    ['nobody', [shift('ada', 0, 12), shift('bo', 6, 18, backup)], []],
    [
      'who is their own backup',
      [shift('ada', 0, 12), shift('ada', 6, 18, backup)],
      [['ada', [6, 12], ['Primary', 'Backup']]],
    ],
    [
      'nobody where shifts only touch',
      [shift('ada', 0, 12), shift('ada', 12, 18, backup)],
      [],
    ],
    [
      'nobody twice on one level',
      [shift('ada', 0, 12), shift('ada', 6, 18)],
      [],
    ],
    [
      'who is wanted by two schedules',
      [
        shift('ada', 0, 12, { schedule: 'a ' }),
        shift('ada', 6, undefined, { schedule: 'b ' }),
      ],
      [['ada', [6, 12], ['a Primary', 'b Primary']]],
    ],
    [
      'one booking over a hand-over to themselves',
      [shift('ada', 0, 12), shift('ada', 12, 18), shift('ada', 6, 18, backup)],
      [['ada', [6, 18], ['Primary', 'Backup']]],
    ],
    [
      'no end where both have none',
      [shift('ada', 0), shift('ada', 6, undefined, backup)],
      [['ada', [6, undefined], ['Primary', 'Backup']]],
    ],
    [
      'nobody who is a shadow meanwhile',
      [shift('ada', 0, 12), shift('ada', 6, 18, { ...backup, shadow: true })],
      [],
    ],
    [
      'people by the start of their bookings',
      [
        shift('bo', 0, 24),
        shift('bo', 2, 4, backup),
        shift('ada', 0, 24),
        shift('ada', 8, 9, backup),
        shift('ada', 2, 3, backup),
      ],
      [
        ['ada', [2, 3], ['Primary', 'Backup']],
        ['bo', [2, 4], ['Primary', 'Backup']],
        ['ada', [8, 9], ['Primary', 'Backup']],
      ],
    ],
  ])('finds %s', (_, shifts, expected) => {
    expect(told(shifts)).toEqual(expected);
  });
});

describe('people who cannot be paged', () => {
  const why = (ref: string) =>
    ref.endsWith('/bo') ? 'bo has no address.' : undefined;

  it.each<[string, Shift[], unknown[]]>([
    ['none', [shift('ada', 0, 12)], []],
    ['one, and nobody else', [shift('bo', 0, 12)], [[1, [0, 12], true]]],
    [
      'one, and somebody else meanwhile',
      [shift('bo', 0, 12), shift('ada', 6, 18)],
      [
        [1, [0, 6], true],
        [1, [6, 12], false],
      ],
    ],
    ['none who is a shadow', [shift('bo', 0, 12, { shadow: true })], []],
    [
      'each level by itself, and turns that follow each other as one',
      [shift('bo', 12, 18, backup), shift('bo', 6, 12, backup), shift('bo', 0)],
      [
        [1, [0, undefined], true],
        [2, [6, 18], true],
      ],
    ],
  ])('are known ahead: %s', (_, shifts, expected) => {
    const found = findUnreachable(shifts, why);
    expect(found.map(one => [one.level, hours(one), one.nobodyElse])).toEqual(
      expected,
    );
  });

  it.each<[string, Shift[], object]>([
    ['somebody', [shift('ada', 0, 12)], { result: 'somebody' }],
    [
      'unreachable',
      [shift('bo', 0, 12)],
      {
        result: 'unreachable',
        unreachable: [
          {
            person: { ref: 'user:default/bo', displayName: 'bo' },
            because: 'bo has no address.',
          },
        ],
      },
    ],
    [
      'somebody, with the one who is not reached',
      [shift('bo', 0, 12), shift('ada', 0, 12)],
      { result: 'somebody', unreachable: [expect.anything()] },
    ],
    [
      'nobody, be there a shadow',
      [shift('ada', 0, 12, { shadow: true })],
      {
        result: 'nobody',
        people: [],
        shadows: [{ ref: 'user:default/ada', displayName: 'ada' }],
      },
    ],
  ])('are a result of their own: %s', (_, shifts, expected) => {
    const [level] = whoIsOnCall(shifts, at(6), { whyUnreachable: why });
    expect(level).toMatchObject(expected);
    expect('unreachable' in level).toBe('unreachable' in expected);
  });
});

describe('the end of the window that was asked', () => {
  it('is nobody’s end', () => {
    const [level] = whoIsOnCall(
      [shift('ada', 0, 12, { endsLater: true })],
      at(6),
    );
    expect(level.until).toBeUndefined();
    expect(level.next).toBeUndefined();
  });
});
