import type { Shift } from 'backstage-plugin-incidents-node';
import { whoIsOnCall } from './whoIsOnCall';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const now = at(12);

function shift(name: string, from: number, to?: number, level = 1): Shift {
  return {
    level,
    levelName: level === 1 ? 'Primary' : 'Backup',
    person: { ref: `user:default/${name}`, displayName: name },
    from: at(from),
    ...(to !== undefined && { to: at(to) }),
  };
}

/** `1 Primary: ada until 18 then bo from 18`. */
function told(shifts: Shift[], instant = now): string[] {
  const names = (people: Array<{ displayName: string }>) =>
    people.map(person => person.displayName).join('+') || '–';
  const hour = (text: string) =>
    (Date.parse(text) - at(0).getTime()) / 3_600_000;
  return whoIsOnCall(shifts, instant).map(
    ({ level, name, people, until, next }) =>
      [
        `${level} ${name}: ${names(people)}`,
        ...(until ? [`until ${hour(until)}`] : []),
        ...(next ? [`then ${names(next.people)} from ${hour(next.from)}`] : []),
      ].join(' '),
  );
}

describe('whoIsOnCall', () => {
  it.each<[string, Shift[], string[]]>([
    ['nobody without shifts', [], []],
    ['a shift without end', [shift('ada', 0)], ['1 Primary: ada']],
    [
      'who is on call, until when, and who is next',
      [shift('ada', 8, 18), shift('bo', 18, 24)],
      ['1 Primary: ada until 18 then bo from 18'],
    ],
    [
      'the next one at the very moment of hand-over',
      [shift('ada', 8, 12), shift('bo', 12, 18)],
      ['1 Primary: bo until 18'],
    ],
    [
      'one person over consecutive shifts as one',
      [shift('ada', 8, 13), shift('ada', 13, 20), shift('bo', 20)],
      ['1 Primary: ada until 20 then bo from 20'],
    ],
    [
      'the person behind a gap as next, and the end of the shift before it',
      [shift('ada', 8, 13), shift('bo', 20, 22)],
      ['1 Primary: ada until 13 then bo from 20'],
    ],
    [
      'the same person behind a gap as next',
      [shift('ada', 8, 13), shift('ada', 20, 22)],
      ['1 Primary: ada until 13 then ada from 20'],
    ],
    [
      'people together, in the order given, each once',
      [shift('bo', 0), shift('ada', 0), shift('bo', 8, 18)],
      ['1 Primary: bo+ada'],
    ],
    [
      'a second person who joins as a change',
      [shift('ada', 0), shift('bo', 14, 16)],
      ['1 Primary: ada until 14 then ada+bo from 14'],
    ],
    [
      'levels in their order, each by itself',
      [shift('bo', 0, 24, 2), shift('ada', 8, 18, 1)],
      ['1 Primary: ada until 18', '2 Backup: bo until 24'],
    ],
    ['a gap', [shift('ada', 20, 22)], ['1 Primary: – then ada from 20']],
    ['shifts that are over', [shift('ada', 2, 4)], ['1 Primary: –']],
    [
      'no shift that ends before it begins',
      [shift('ada', 18, 8)],
      ['1 Primary: –'],
    ],
  ])('tells %s', (_, shifts, expected) => {
    expect(told(shifts)).toEqual(expected);
  });

  it('names a gap and its end in a sentence', () => {
    const [level] = whoIsOnCall([shift('Ada', 20), shift('Bo', 20)], now);
    expect(level).toEqual({
      level: 1,
      name: 'Primary',
      result: 'nobody',
      gapReason: 'unknown',
      people: [],
      next: {
        people: [
          { ref: 'user:default/Ada', displayName: 'Ada' },
          { ref: 'user:default/Bo', displayName: 'Bo' },
        ],
        from: '2026-11-23T20:00:00.000Z',
      },
      gap: 'Nobody is on call until 2026-11-23 20:00 UTC, then Ada, Bo.',
    });
  });

  it('names a gap without end', () => {
    expect(whoIsOnCall([shift('ada', 2, 4)], now)[0].gap).toBe(
      'Nobody is on call, and no later shift is known.',
    );
  });

  it('answers for any instant', () => {
    const shifts = [shift('ada', 8, 18), shift('bo', 18, 24)];
    expect(told(shifts, at(20))).toEqual(['1 Primary: bo until 24']);
    expect(told(shifts, at(2))).toEqual(['1 Primary: – then ada from 8']);
  });
});
