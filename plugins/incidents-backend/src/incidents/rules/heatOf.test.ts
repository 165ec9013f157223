import { indexCatalog } from '../../platform/catalogIndex';
import { company } from '../../testing/company';
import { heatOf, type Happened } from './heatOf';

const now = new Date('2026-11-20T03:00:00.000Z');
const extra = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'albums', title: 'Albums' },
  relations: [{ type: 'hasPart', targetRef: 'component:default/photos' }],
};
const index = indexCatalog([...company(), extra], now);

const on = (n: number, name: string, at: string, rank = 2): Happened => ({
  ...{ n, at, rank },
  entityRef: `component:default/${name}`,
});

function heat(happened: Happened[]) {
  return heatOf(index, happened, now).map(({ title, days, worst }) => ({
    title,
    total: days.reduce((sum, count) => sum + count, 0),
    days: days.flatMap((count, i) => (count > 0 ? [[i, count, worst[i]]] : [])),
  }));
}

describe('where it burned', () => {
  it('is told of every system, over ninety days, even of those where nothing was', () => {
    const rows = heatOf(index, [], now);
    expect(rows.map(({ entityRef }) => entityRef)).toEqual([
      'system:default/albums',
      'system:default/payments',
    ]);
    for (const { days, worst } of rows) {
      expect([days.length, worst.length]).toEqual([90, 90]);
      expect([...days, ...worst]).toEqual(new Array(180).fill(0));
    }
  });

  it('counts per day of UTC, the last one is today', () => {
    const happened = [
      on(1, 'checkout', '2026-11-20T00:00:00.000Z'),
      on(2, 'checkout', '2026-11-19T23:59:59.999Z'),
      on(3, 'ledger', '2026-11-19T00:00:00.000Z', 1),
      on(4, 'ledger', '2026-11-19T12:00:00.000Z', 4),
    ];
    expect(heat(happened)[0]).toEqual({
      title: 'payments',
      total: 4,
      days: [
        [88, 3, 1],
        [89, 1, 2],
      ],
    });
  });

  it('counts an incident of two parts of one system once', () => {
    const at = '2026-11-20T01:00:00.000Z';
    const happened = [on(1, 'checkout', at), on(1, 'ledger', at)];
    expect(heat(happened)[0].total).toBe(1);
  });

  it('counts an incident of parts of two systems in each', () => {
    const at = '2026-11-20T01:00:00.000Z';
    const happened = [on(1, 'checkout', at), on(1, 'photos', at)];
    expect(heat(happened).map(({ total }) => total)).toEqual([1, 1]);
  });

  it('puts the hottest first', () => {
    const at = '2026-11-20T01:00:00.000Z';
    const happened = [on(1, 'checkout', at), on(2, 'checkout', at)];
    expect(heat(happened).map(({ title }) => title)).toEqual([
      'payments',
      'Albums',
    ]);
  });

  it.each([
    ['ninety days ago', '2026-08-22T23:59:59.999Z', 0],
    ['eighty-nine days ago', '2026-08-23T00:00:00.000Z', 1],
    ['tomorrow', '2026-11-21T00:00:00.000Z', 0],
  ])('leaves out what is not on the map: %s', (_, at, total) => {
    expect(heat([on(1, 'checkout', at)])[0].total).toBe(total);
  });
});
