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
import { alertStore, type AlertScope } from './store';

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
  ) =>
    alertStore.list(database.read, alertQuerySchema.parse(query), {
      ...{ filter: 'everything', index: undefined },
      ...scope,
    });
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
  });
});
