import type { PersonLoad } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';
import { describeFairness, describeLoad } from './describeLoad';
import { aLoad } from './testing/aLoad';

/** Shows which words are chosen and what is filled in. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Words;
const tongue = { t, language: 'en' };
const people = (about: Partial<PersonLoad>[]) => ({
  people: about.map((one, i) => aLoad('abcdefg'[i], one)),
});

describe('the load of people', () => {
  it('has bars as long as each is part of the most, and pages asleep marked', () => {
    const [first, second] = describeLoad(
      people([
        { hours: 1_234.4, nights: 4, pages: 8, sleepPages: 2 },
        { hours: 617.2, nights: 0, pages: 0 },
      ]),
      'hours',
      tongue,
    );
    expect(first.cells.map(cell => [cell.text, cell.width])).toEqual([
      ...[
        ['1,234', 100],
        ['4', 100],
        ['0', 0],
        ['8', 100],
      ],
    ]);
    expect(first.cells[3]).toMatchObject({
      ...{ note: 'load.asleep 2', marked: 25 },
    });
    expect(second.cells.map(({ width }) => width)).toEqual([50, 0, 0, 0]);
    expect(second.cells[3].note).toBeUndefined();
  });

  it('stands in the order that the reader wants', () => {
    const all = people([{ hours: 9 }, { hours: 5, nights: 2 }, { nights: 2 }]);
    const order = (sort: 'hours' | 'nights') =>
      describeLoad(all, sort, tongue).map(({ name }) => name);
    expect(order('hours')).toEqual(['a', 'b', 'c']);
    expect(order('nights')).toEqual(['b', 'c', 'a']);
  });

  it('says what else there is, and by whose clock people sleep', () => {
    const [row] = describeLoad(
      people([
        {
          ...{ shifts: 3, shadowHours: 7.25, offDutyPages: 1 },
          ...{ timeZone: 'Asia/Tokyo', timeZoneOf: 'person' },
        },
      ]),
      'hours',
      tongue,
    );
    expect(row.about).toEqual([
      ...['load.shifts 3', 'load.shadow 7.3', 'load.offDuty 1'],
      'load.clock.person Asia/Tokyo',
    ]);
  });
});

describe('how even load is', () => {
  it.each<[string, Partial<PersonLoad>[], string[]]>([
    ['of nobody', [], ['load.fair.few']],
    ['of one', [{ hours: 9, nights: 9 }], ['load.fair.few']],
    [
      'of who was only paged',
      [{ hours: 9 }, { hours: 0, pages: 9 }],
      ['load.fair.few'],
    ],
    ['alike', [{ hours: 100 }, { hours: 100 }, { hours: 140 }], ['load.fair']],
    [
      'nights',
      [
        { hours: 9, nights: 10 },
        { hours: 9, nights: 21 },
        { hours: 9, nights: 4 },
      ],
      ['load.uneven.nights b 2.1'],
    ],
    [
      'one night more is chance',
      [
        { hours: 9, nights: 1 },
        { hours: 9, nights: 1 },
        { hours: 9, nights: 2 },
      ],
      ['load.fair'],
    ],
    [
      'where most have none',
      [{ hours: 9, weekends: 3 }, { hours: 9 }, { hours: 9 }],
      ['load.alone.weekends a 3'],
    ],
    [
      'by several measures, those that wake first',
      [
        { hours: 10, pages: 2, sleepPages: 0 },
        { hours: 10, pages: 4, sleepPages: 2 },
        { hours: 30, pages: 12, sleepPages: 9 },
      ],
      [
        'load.uneven.hours c 3',
        'load.uneven.sleepPages c 4.5',
        'load.uneven.pages c 3',
      ],
    ],
    [
      'between two against their middle',
      [{ hours: 10 }, { hours: 90 }],
      ['load.uneven.hours b 1.8'],
    ],
  ])('%s', (_, about, expected) => {
    expect(describeFairness(people(about), tongue)).toEqual(expected);
  });
});
