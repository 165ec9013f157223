import { indexCatalog } from '../../platform/catalogIndex';
import { company } from '../../testing/company';
import { heatOf, partsOfSystems, type HappenedDay } from './heatOf';

const now = new Date('2026-11-20T03:00:00.000Z');
const extra = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'albums', title: 'Albums' },
  relations: [{ type: 'hasPart', targetRef: 'component:default/photos' }],
};
const index = indexCatalog([...company(), extra], now);

const payments = 'system:default/payments';
const albums = 'system:default/albums';
const dayOf = (date: string) => Date.parse(date) / (24 * 60 * 60 * 1000);

const on = (
  system: string,
  date: string,
  incidents = 1,
  worst = 2,
): HappenedDay => ({ ...{ system, incidents, worst }, day: dayOf(date) });

function heat(happened: HappenedDay[]) {
  return heatOf(index, happened, now).map(({ title, days, worst }) => ({
    title,
    days: days.flatMap((count, i) => (count > 0 ? [[i, count, worst[i]]] : [])),
  }));
}

describe('where it burned', () => {
  it('is asked of every system and its parts, however deep', () => {
    expect(partsOfSystems(index)).toEqual([
      { system: payments, ref: payments },
      { system: payments, ref: 'component:default/checkout' },
      { system: payments, ref: 'component:default/ledger' },
      { system: albums, ref: albums },
      { system: albums, ref: 'component:default/photos' },
    ]);
  });

  it('is told of every system, over ninety days, even of those where nothing was', () => {
    const rows = heatOf(index, [], now);
    expect(rows.map(({ entityRef }) => entityRef)).toEqual([albums, payments]);
    for (const { days, worst } of rows) {
      expect([days.length, worst.length]).toEqual([90, 90]);
      expect([...days, ...worst]).toEqual(new Array(180).fill(0));
    }
  });

  it('is told by day, the last one is today', () => {
    const happened = [
      on(payments, '2026-11-20', 1, 2),
      on(payments, '2026-11-19', 3, 1),
    ];
    expect(heat(happened)[0]).toEqual({
      title: 'payments',
      days: [
        [88, 3, 1],
        [89, 1, 2],
      ],
    });
  });

  it('puts the hottest first', () => {
    const happened = [
      on(albums, '2026-11-20', 2),
      on(payments, '2026-11-20', 2),
      on(payments, '2026-11-19'),
    ];
    expect(heat(happened).map(({ title }) => title)).toEqual([
      'payments',
      'Albums',
    ]);
  });

  it.each([
    ['ninety days ago', '2026-08-22', []],
    ['eighty-nine days ago', '2026-08-23', [[0, 1, 2]]],
    ['tomorrow', '2026-11-21', []],
  ])('leaves out what is not on the map: %s', (_, date, days) => {
    expect(heat([on(payments, date)])[0].days).toEqual(days);
  });
});
