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
import { firstIncidents, listIncidents, type IncidentScope } from './listStore';
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
  const list = (
    query: Query,
    scope: Partial<IncidentScope> = {},
    look?: number,
  ) =>
    listIncidents(
      database.read,
      incidentQuerySchema.parse(query),
      { ...everything, ...scope },
      look,
    );

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

  it.each(sorts.map((sort, i) => ({ sort, look: 3 + 2 * i, limit: 2 + i })))(
    'by $sort, each filter meets each once that looks at $look at a time',
    async ({ look, ...page }) => {
      for (const [query, matches] of filters) {
        const expected = all.filter(matches).sort(order[page.sort]);
        const walk = await walkPages(cursor =>
          list({ ...query, ...page, cursor }, {}, look),
        );
        // Who types a number finds that one first, whatever the order.
        expect([query, keys(walk.items)]).toEqual([query, keys(expected)]);
      }
    },
  );

  const strangers = Array.from({ length: 60 }, (_, i) => component(`x${i}`));

  it.each([
    ['one entity', [component('mail2')]],
    ['two that some affect both', [component('mail'), component('mail2')]],
    ['one, named twice', [component('ledger'), component('ledger')]],
    ['some among many', [...strangers, ...names.map(component)]],
    ['none', []],
  ])(
    'meets each incident of %s once, however few it looks at',
    async (_, refs) => {
      const ofRefs = all.filter(i =>
        i.entityRefs.some(ref => refs.includes(ref)),
      );
      for (const [i, [query, matches]] of filters.entries()) {
        const sort = sorts[i % sorts.length];
        const expected = ofRefs.filter(matches).sort(order[sort]);
        const walk = await walkPages(cursor =>
          list({ ...query, sort, limit: 3, cursor }, { entityRefs: refs }, 4),
        );
        expect([query, keys(walk.items)]).toEqual([query, keys(expected)]);
      }
    },
  );

  it('says that there may be more while it has not looked at all', async () => {
    const query = { q: 'no such words', drills: 'show' } as const;
    const first = await list(query, {}, 7);
    expect(first).toMatchObject({ items: [], totalItems: 0 });
    expect(first.totalIsAtLeast).toBe(true);
    const walk = await walkPages(cursor => list({ ...query, cursor }, {}, 7));
    expect([walk.items.length, walk.totalItems]).toEqual([0, 0]);
    expect(await list(query)).not.toHaveProperty('nextCursor');
  });

  it('goes on for some entities where another look for a text has ended', async () => {
    const entityRefs = [component('mail'), component('mail2')];
    const expected = real.filter(i =>
      i.entityRefs.some(ref => entityRefs.includes(ref)),
    );
    for (const sort of sorts) {
      const query = { q: 'no such words', sort };
      const { nextCursor } = await list(query, {}, 1);
      const { items } = await walkPages((cursor = nextCursor) =>
        list({ sort, cursor, limit: 3 }, { entityRefs }),
      );
      expect(items.length).toBeGreaterThan(3);
      expect(keys(items)).toEqual(
        keys(expected.sort(order[sort]).slice(-items.length)),
      );
    }
  });

  it.each([1, 2, 50])(
    'puts the incident first whose number was typed, then what has it in its texts, %i at a time',
    async limit => {
      const others = real.filter(i => i.entityRefs.some(r => r.includes('2')));
      const walk = await walkPages(cursor =>
        list({ q: '2', limit, cursor }, {}, 5),
      );
      expect(keys(walk.items)).toEqual([
        'INC-2',
        ...keys(others.sort(order.openFirst)),
      ]);
      const { totalItems } = await list({ q: '2', limit });
      expect(totalItems).toBe(others.length + 1);
    },
  );

  it('shows what affects one of several entities, each once, and counts it so', async () => {
    const entityRefs = [component('mail'), component('mail2')];
    const expected = real.filter(i =>
      i.entityRefs.some(ref => entityRefs.includes(ref)),
    );
    for (const limit of [3, 200]) {
      const page = await list({ limit }, { entityRefs });
      expect(keys(page.items)).toEqual(
        keys(expected.sort(order.openFirst)).slice(0, limit),
      );
      expect(page.totalItems).toBe(expected.length);
    }
    expect((await list({}, { entityRefs: [] })).totalItems).toBe(0);
  });

  it('gives the first of a list without counting', async () => {
    const query = { status: ['open'], sort: 'severity', limit: 3 } as const;
    const first = await firstIncidents(
      database.read,
      incidentQuerySchema.parse(query),
      { ...everything, entityRefs: [component('checkout')] },
    );
    const expected = real
      .filter(i => i.entityRefs.includes(component('checkout')))
      .filter(i => isOpenStatus(i.status))
      .sort(order.severity);
    expect(keys(first)).toEqual(keys(expected).slice(0, 3));
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
  ])('shows a reader %s', async (_, filter, pattern) => {
    const scope = { filter, index: indexCatalog(company(), new Date(0)) };
    const seen = all.filter(i => i.entityRefs.some(ref => pattern.test(ref)));
    const page = await list({ limit: 200, drills: 'show' }, scope);
    expect(keys(page.items).sort()).toEqual(keys(seen).sort());
  });
});
