import {
  alertStatuses,
  triageOutcomes,
  type Alert,
  type AlertQuery,
} from 'backstage-plugin-incidents-common';
import { alertQuerySchema } from 'backstage-plugin-incidents-common/schemas';
import type { z } from 'zod';
import { indexCatalog } from '../platform/catalogIndex';
import { company } from '../testing/company';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptAlert } from '../testing/kept';
import { walkPages } from '../testing/walkPages';
import {
  countAlertsSince,
  firstAlerts,
  listAlerts,
  type AlertScope,
} from './listStore';
import { alertStore } from './store';

const engines = openEngines();
const hours = (n: number) => new Date(Date.UTC(2026, 10, 20, n)).toISOString();

/** Forty alerts; several begin in the same moment. */
const alerts: Alert[] = Array.from({ length: 40 }, (_, i) => {
  const name = ['checkout', 'ledger', 'mail'][i % 3];
  const { alert } = aKeptAlert({
    id: `a${String((i * 7) % 40).padStart(2, '0')}`,
    fingerprint: `f${i}`,
    title: ['CPU 100 %', 'Queue_full', 'ログ'][i % 3],
    integration: ['prometheus', 'grafana'][i % 2],
    status: alertStatuses[i % 3],
    severity: `SEV${1 + (i % 4)}`,
    entityRef: i % 10 === 9 ? undefined : `component:default/${name}`,
    triage: { outcome: triageOutcomes[i % 4], reason: 'r' },
    labels: { pod: `pod-${i}` },
    incidentKey: i % 5 === 0 ? undefined : `INC-${i % 5}`,
    startedAt: hours(Math.floor(i / 4)),
    lastFiredAt: hours(20 - Math.floor(i / 8)),
    ...(i % 6 === 0 && {
      flapping: { since: hours(1), changes: 6, calmAt: hours(2) },
    }),
  });
  return alert;
});

type Filter = [
  query: z.input<typeof alertQuerySchema>,
  matches: (alert: Alert) => boolean,
];

const filters: Filter[] = [
  [{}, () => true],
  [{ status: 'firing' }, a => a.status === 'firing'],
  [{ status: 'firing,acknowledged' }, a => a.status !== 'resolved'],
  [{ severity: 'SEV1' }, a => a.severity === 'SEV1'],
  [{ severity: ['SEV1', 'SEV3'] }, a => ['SEV1', 'SEV3'].includes(a.severity)],
  [{ severity: 'sev1' }, () => false],
  [{ integration: 'grafana' }, a => a.integration === 'grafana'],
  [{ incident: 'INC-3' }, a => a.incidentKey === 'INC-3'],
  [{ outcome: 'unrouted' }, a => a.triage.outcome === 'unrouted'],
  [{ flapping: 'true' }, a => a.flapping !== undefined],
  [{ flapping: 'false' }, a => a.flapping === undefined],
  [{ from: hours(4) }, a => a.startedAt >= hours(4)],
  [{ to: hours(4) }, a => a.startedAt < hours(4)],
  [{ from: hours(2), to: hours(3) }, a => a.startedAt === hours(2)],
  [{ q: 'cpu' }, a => a.title.startsWith('CPU')],
  [{ q: '100 %' }, a => a.title.startsWith('CPU')],
  [{ q: '%' }, a => a.title.includes('%')],
  [{ q: 'queue_' }, a => a.title.startsWith('Queue')],
  [{ q: 'ログ' }, a => a.title === 'ログ'],
  [{ q: 'POD-12' }, a => a.labels.pod === 'pod-12'],
  [
    { q: 'cpu', status: 'firing', integration: 'prometheus', from: hours(1) },
    a =>
      a.title.startsWith('CPU') &&
      a.status === 'firing' &&
      a.integration === 'prometheus' &&
      a.startedAt >= hours(1),
  ],
];

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const order: Record<AlertQuery['sort'], (a: Alert, b: Alert) => number> = {
  '-startedAt': (a, b) =>
    byText(b.startedAt, a.startedAt) * Number(a.startedAt !== b.startedAt) ||
    byText(b.id, a.id),
  startedAt: (a, b) =>
    byText(a.startedAt, b.startedAt) * Number(a.startedAt !== b.startedAt) ||
    byText(a.id, b.id),
  '-lastFiredAt': (a, b) =>
    byText(b.lastFiredAt, a.lastFiredAt) *
      Number(a.lastFiredAt !== b.lastFiredAt) || byText(b.id, a.id),
};
const sorts = Object.keys(order) as Array<AlertQuery['sort']>;

describe.each(engines.ids)('the list of alerts on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    database = await openDatabase(engines, id);
    await database.write(tx =>
      alertStore.save(
        tx,
        alerts.map(alert => ({
          ...{ alert, version: 0, isCurrent: true, said: {} },
        })),
      ),
    );
  });

  const list = (
    query: z.input<typeof alertQuerySchema>,
    scope: Partial<AlertScope> = {},
    look?: number,
  ) =>
    listAlerts(
      database.read,
      alertQuerySchema.parse(query),
      { ...{ filter: 'everything', index: undefined }, ...scope },
      look,
    );
  const ids = (items: Alert[]) => items.map(alert => alert.id);

  it.each(filters)('filtered by %j', async (query, matches) => {
    const expected = alerts.filter(matches).sort(order['-startedAt']);
    const { items, totalItems } = await list({ limit: 200, ...query });
    expect(ids(items)).toEqual(ids(expected));
    expect(totalItems).toBe(expected.length);
  });

  it.each(
    sorts.flatMap(sort => [1, 3, 39, 40, 41].map(limit => ({ sort, limit }))),
  )('walked by $sort, $limit at a time, meets each once', async page => {
    const walk = await walkPages(cursor => list({ ...page, cursor }));
    expect(ids(walk.items)).toEqual(ids([...alerts].sort(order[page.sort])));
    expect(walk.totalItems).toBe(40);
    expect(walk.pages).toBe(Math.ceil(40 / page.limit));
  });

  it('walked with a filter, meets each that passes once', async () => {
    const walk = await walkPages(cursor =>
      list({ q: 'cpu', limit: 2, cursor }),
    );
    const expected = alerts.filter(a => a.title.startsWith('CPU'));
    expect(ids(walk.items)).toEqual(ids(expected.sort(order['-startedAt'])));
  });

  it.each(sorts.map((sort, i) => ({ sort, look: 3 + 2 * i, limit: 2 + i })))(
    'by $sort, each filter meets each once that looks at $look at a time',
    async ({ look, ...page }) => {
      for (const [query, matches] of filters) {
        const expected = alerts.filter(matches).sort(order[page.sort]);
        const walk = await walkPages(cursor =>
          list({ ...query, ...page, cursor }, {}, look),
        );
        expect([query, ids(walk.items)]).toEqual([query, ids(expected)]);
      }
    },
  );

  const component = (name: string) => `component:default/${name}`;
  const strangers = Array.from({ length: 60 }, (_, i) => component(`x${i}`));

  it.each([
    ['one', [component('ledger')]],
    ['two', [component('checkout'), component('mail')]],
    ['one, named twice', [component('mail'), component('mail')]],
    ['one among many', [...strangers, component('mail')]],
    ['none', []],
  ])(
    'meets each alert of %s once, however few it looks at',
    async (_, refs) => {
      const ofRefs = alerts.filter(a => refs.includes(a.entityRef ?? ''));
      for (const [i, [query, matches]] of filters.entries()) {
        const sort = sorts[i % sorts.length];
        const expected = ofRefs.filter(matches).sort(order[sort]);
        const walk = await walkPages(cursor =>
          list({ ...query, sort, limit: 3, cursor }, { entityRefs: refs }, 4),
        );
        expect([query, ids(walk.items)]).toEqual([query, ids(expected)]);
      }
    },
  );

  it('says that there may be more while it has not looked at all', async () => {
    const first = await list({ q: 'pod-0' }, {}, 7);
    expect(first).toMatchObject({ items: [], totalItems: 0 });
    expect(first.totalIsAtLeast).toBe(true);
    const walk = await walkPages(cursor => list({ q: 'pod-0', cursor }, {}, 7));
    expect([walk.items.length, walk.totalItems]).toEqual([1, 1]);
    const all = await list({ q: 'pod-0' });
    expect(all).not.toHaveProperty('totalIsAtLeast');
    expect(all).not.toHaveProperty('nextCursor');
  });

  it('gives the first of a list without counting', async () => {
    const first = await firstAlerts(
      database.read,
      { status: ['firing', 'acknowledged'], sort: '-startedAt', limit: 5 },
      {
        filter: 'everything',
        index: undefined,
        entityRefs: [component('mail')],
      },
    );
    const expected = alerts
      .filter(a => a.status !== 'resolved' && a.entityRef?.endsWith('/mail'))
      .sort(order['-startedAt']);
    expect(ids(first)).toEqual(ids(expected).slice(0, 5));
  });

  it('counts what began at an instant or after', async () => {
    const since = async (at: string) => {
      const total = await countAlertsSince(database.read, new Date(at), {
        ...{ filter: 'everything', index: undefined },
      });
      return total.totalItems;
    };
    expect(await since(hours(0))).toBe(40);
    expect(await since(hours(9))).toBe(4);
    expect(await since('2026-11-20T09:00:00.001Z')).toBe(0);
  });

  it('shows what concerns an entity or its parts', async () => {
    const entityRefs = ['component:default/checkout', 'component:default/mail'];
    const { items } = await list({ limit: 200 }, { entityRefs });
    const expected = alerts.filter(a => entityRefs.includes(a.entityRef ?? ''));
    expect(ids(items)).toEqual(ids(expected.sort(order['-startedAt'])));
    expect((await list({}, { entityRefs: [] })).totalItems).toBe(0);
  });

  it('shows a reader what they may see', async () => {
    const total = async (filter: AlertScope['filter']) => {
      const index = indexCatalog(company(), new Date(0));
      return (await list({}, { filter, index })).totalItems;
    };
    const shops = { property: 'owner', values: ['group:default/shop-team'] };
    const owned = alerts.filter(({ entityRef }) =>
      /checkout|ledger/.test(entityRef ?? ''),
    );
    expect(await total('everything')).toBe(40);
    expect(await total('nothing')).toBe(0);
    expect(await total(shops as AlertScope['filter'])).toBe(owned.length);
    expect(await total({ not: shops } as AlertScope['filter'])).toBe(
      alerts.filter(a => a.entityRef && !owned.includes(a)).length,
    );
  });

  it('shows a reader no more of an entity than they may see', async () => {
    const index = indexCatalog(company(), new Date(0));
    const mail = { property: 'entity', values: [component('mail')] };
    const scope = {
      ...{ filter: mail as AlertScope['filter'], index },
      entityRefs: [component('mail'), component('ledger')],
    };
    const walk = await walkPages(cursor =>
      list({ limit: 2, cursor }, scope, 3),
    );
    const expected = alerts.filter(a => a.entityRef === component('mail'));
    expect(ids(walk.items)).toEqual(ids(expected.sort(order['-startedAt'])));
  });
});
