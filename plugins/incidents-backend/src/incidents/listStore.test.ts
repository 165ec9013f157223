import {
  detectionSources,
  incidentStatuses,
  isOpenStatus,
  type Incident,
  type IncidentQuery,
} from 'backstage-plugin-incidents-common';
import { incidentQuerySchema } from 'backstage-plugin-incidents-common/schemas';
import type { z } from 'zod';
import { indexCatalog } from '../platform/catalogIndex';
import { company } from '../testing/company';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import { walkPages } from '../testing/walkPages';
import {
  incidentsPerEntity,
  listIncidents,
  openKeysWithoutRunbook,
  stripOf,
  type IncidentScope,
} from './listStore';
import { incidentStore } from './store';

const engines = openEngines();
const hours = (n: number) => new Date(Date.UTC(2026, 10, 20, n)).toISOString();
const component = (name: string) => `component:default/${name}`;
const names = ['checkout', 'ledger', 'mail'];

/** Forty-two incidents; several were declared, and several changed, in the same moment. */
const kept = Array.from({ length: 42 }, (_, i) => {
  const entityRefs = [component(names[i % 3])];
  if (i % 4 === 0) entityRefs.push(component('mail2'), component('ledger2'));
  return aKeptIncident(
    {
      key: `INC-${i + 1}`,
      title: ['Payments 100 %', 'Queue_full', '決済'][i % 3],
      status: incidentStatuses[i % 7],
      severity: `SEV${1 + (i % 4)}`,
      severityRank: 1 + (i % 4),
      entityRefs,
      detectionSource: detectionSources[i % 5],
      drill: i % 5 === 4,
      declaredAt: hours(Math.floor(((i * 5) % 42) / 4)),
      updatedAt: hours(20 - Math.floor(i / 6)),
      resolvedAt: i % 7 === 4 ? hours(20) : undefined,
    },
    {
      stands: false,
      integration: [undefined, 'prometheus', 'grafana'][i % 3],
      runbookState: i % 2 ? 'missing' : 'found',
    },
  );
});
const integrationOf = new Map(
  kept.map(({ incident, integration }) => [incident.key, integration]),
);
const all = kept.map(({ incident }) => ({ ...incident, version: 1 }));
const real = all.filter(incident => !incident.drill);

type Query = z.input<typeof incidentQuerySchema>;
type Filter = [query: Query, matches: (incident: Incident) => boolean];

const filters: Filter[] = [
  [{}, i => !i.drill],
  [{ drills: 'show' }, () => true],
  [{ drills: 'only' }, i => i.drill],
  [{ status: 'open' }, i => !i.drill && isOpenStatus(i.status)],
  [
    { status: 'resolved,closed' },
    i => !i.drill && /^(resolved|closed)$/.test(i.status),
  ],
  [
    { status: ['open', 'dismissed'] },
    i => !i.drill && (isOpenStatus(i.status) || i.status === 'dismissed'),
  ],
  [{ severity: 'SEV1,SEV2' }, i => !i.drill && i.severityRank < 3],
  [
    { integration: 'prometheus' },
    i => !i.drill && integrationOf.get(i.key) === 'prometheus',
  ],
  [{ detectionSource: 'customer' }, i => i.detectionSource === 'customer'],
  [{ detectionSource: 'drill' }, () => false],
  [{ detectionSource: 'drill', drills: 'show' }, i => i.drill],
  [{ from: hours(4) }, i => !i.drill && i.declaredAt >= hours(4)],
  [{ to: hours(4) }, i => !i.drill && i.declaredAt < hours(4)],
  [{ from: hours(4), to: hours(4) }, () => false],
  [{ q: 'payments' }, i => !i.drill && i.title.startsWith('Payments')],
  [{ q: '%' }, i => !i.drill && i.title.includes('%')],
  [{ q: 'queue_' }, i => !i.drill && i.title.startsWith('Queue')],
  [{ q: '決' }, i => !i.drill && i.title === '決済'],
  [{ q: 'inc-7' }, i => i.key === 'INC-7'],
  [{ q: '7' }, i => i.key === 'INC-7'],
  [{ q: 'INC-999999999' }, () => false],
  [
    { q: 'Default/Mail2' },
    i => !i.drill && i.entityRefs.includes(component('mail2')),
  ],
  [
    { q: 'payments', status: 'open', from: hours(1), drills: 'show' },
    i =>
      i.title.startsWith('Payments') &&
      isOpenStatus(i.status) &&
      i.declaredAt >= hours(1),
  ],
];

const n = (incident: Incident) => Number(incident.key.slice(4));
const text = (a: string, b: string) => Number(a > b) - Number(a < b);
const order: Record<
  IncidentQuery['sort'],
  (a: Incident, b: Incident) => number
> = {
  openFirst: (a, b) =>
    Number(isOpenStatus(b.status)) - Number(isOpenStatus(a.status)) ||
    text(b.declaredAt, a.declaredAt) ||
    n(b) - n(a),
  '-declaredAt': (a, b) => text(b.declaredAt, a.declaredAt) || n(b) - n(a),
  declaredAt: (a, b) => text(a.declaredAt, b.declaredAt) || n(a) - n(b),
  severity: (a, b) => a.severityRank - b.severityRank || n(a) - n(b),
  '-updatedAt': (a, b) => text(b.updatedAt, a.updatedAt) || n(b) - n(a),
};
const sorts = Object.keys(order) as Array<IncidentQuery['sort']>;

const keys = (incidents: Array<{ key: string }>) => incidents.map(i => i.key);

describe.each(engines.ids)('the list of incidents on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    database = await openDatabase(engines, id);
    await database.write(tx => incidentStore.save(tx, kept));
  });

  const everything: IncidentScope = { filter: 'everything', index: undefined };
  const list = (query: Query, scope: Partial<IncidentScope> = {}) =>
    listIncidents(database.read, incidentQuerySchema.parse(query), {
      ...everything,
      ...scope,
    });

  it.each(filters)('filtered by %j', async (query, matches) => {
    const expected = all.filter(matches).sort(order.openFirst);
    const page = await list({ limit: 200, ...query });
    expect(page.items).toEqual(
      expected.map(incident => JSON.parse(JSON.stringify(incident))),
    );
    expect(page.totalItems).toBe(expected.length);
  });

  it.each(
    sorts.flatMap(sort => [1, 4, 41, 42, 43].map(limit => ({ sort, limit }))),
  )('walked by $sort, $limit at a time, meets each once', async page => {
    const walk = await walkPages(cursor =>
      list({ ...page, drills: 'show', cursor }),
    );
    expect(keys(walk.items)).toEqual(keys([...all].sort(order[page.sort])));
    expect(walk.totalItems).toBe(42);
    expect(walk.pages).toBe(Math.ceil(42 / page.limit));
  });

  it('walked with a filter, meets each that passes once', async () => {
    const walk = await walkPages(cursor =>
      list({ status: 'open', q: 'mail', limit: 2, cursor }),
    );
    const expected = real.filter(
      i => isOpenStatus(i.status) && i.entityRefs.some(r => r.includes('mail')),
    );
    expect(keys(walk.items)).toEqual(keys(expected.sort(order.openFirst)));
  });

  it('shows what affects one of several entities, each once', async () => {
    const entityRefs = [component('mail'), component('mail2')];
    const expected = real.filter(i =>
      i.entityRefs.some(ref => entityRefs.includes(ref)),
    );
    const page = await list({ limit: 200 }, { entityRefs });
    expect(keys(page.items)).toEqual(keys(expected.sort(order.openFirst)));
    expect(page.totalItems).toBe(expected.length);
    expect((await list({}, { entityRefs: [] })).totalItems).toBe(0);
  });

  it.each<[string, IncidentScope['filter'], RegExp]>([
    ['nothing', 'nothing', /^$/],
    ['everything', 'everything', /./],
    [
      'what they own',
      { property: 'owner', values: ['group:default/shop-team'] },
      /\/(checkout|ledger)$/,
    ],
    [
      'what one entity has to do with',
      { property: 'entity', values: [component('mail')] },
      /\/mail$/,
    ],
  ])('shows a reader %s, in every list', async (_, filter, pattern) => {
    const scope = { filter, index: indexCatalog(company(), new Date(0)) };
    const seen = all.filter(i => i.entityRefs.some(ref => pattern.test(ref)));
    const page = await list({ limit: 200, drills: 'show' }, scope);
    expect(keys(page.items).sort()).toEqual(keys(seen).sort());
    const since = new Date(0);
    const strip = await stripOf(database.read, since, scope);
    expect(strip).toHaveLength(seen.filter(i => !i.drill).length);
    const heat = await incidentsPerEntity(database.read, since, scope);
    const seenKeys = new Set(keys(seen));
    expect(heat.every(({ n: number }) => seenKeys.has(`INC-${number}`))).toBe(
      true,
    );
    const without = await openKeysWithoutRunbook(database.read, scope);
    expect(without.every(({ key }) => seenKeys.has(key))).toBe(true);
  });

  it('gives each incident of a strip since an instant, drills aside', async () => {
    const since = hours(5);
    const expected = real.filter(i => i.declaredAt >= since);
    const strip = await stripOf(database.read, new Date(since), everything);
    expect(
      strip.map(({ key, declaredAt, severityRank, entityRefs }) => ({
        ...{ key, declaredAt, severityRank, entityRefs },
      })),
    ).toEqual(
      expected.map(({ key, declaredAt, severityRank, entityRefs }) => ({
        ...{ key, declaredAt, severityRank, entityRefs },
      })),
    );
    expect(
      strip.filter(i => i.resolvedAt).every(i => i.status === 'resolved'),
    ).toBe(true);
  });

  it('gives each entity of each incident for the heat, drills and what was dismissed aside', async () => {
    const expected = real
      .filter(i => i.status !== 'dismissed')
      .flatMap(i =>
        i.entityRefs.map(
          ref => `${i.key} ${ref} ${i.severityRank} ${i.declaredAt}`,
        ),
      );
    const heat = await incidentsPerEntity(
      database.read,
      new Date(0),
      everything,
    );
    expect(
      heat.map(h => `INC-${h.n} ${h.entityRef} ${h.rank} ${h.at}`).sort(),
    ).toEqual(expected.sort());
  });

  it('knows which open ones have no runbook, drills aside', async () => {
    const found = await openKeysWithoutRunbook(database.read, everything);
    const expected = kept
      .filter(k => k.runbookState === 'missing')
      .map(k => k.incident)
      .filter(i => isOpenStatus(i.status) && !i.drill);
    expect(found).toEqual(
      expected.map(i => ({ key: i.key, since: i.declaredAt })),
    );
  });
});
