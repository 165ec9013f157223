import {
  incidentStatuses,
  isOpenStatus,
} from 'backstage-plugin-incidents-common';
import { indexCatalog } from '../platform/catalogIndex';
import { company } from '../testing/company';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import {
  countSince,
  historyOf,
  incidentsPerSystem,
  openKeysWithoutRunbook,
} from './historyStore';
import type { IncidentScope } from './scope';
import { incidentStore } from './store';

const engines = openEngines();
const component = (name: string) => `component:default/${name}`;
const [checkout, ledger, mail] = ['checkout', 'ledger', 'mail'].map(component);
/** More than are looked up one by one. */
const strangers = Array.from({ length: 60 }, (_, i) => component(`x${i}`));
/** The hours of six days, in UTC. */
const at = (hour: number) =>
  new Date(Date.UTC(2026, 10, 20, hour)).toISOString();

/** One every hour, of each entity in turn; each sixth affects two. */
const kept = Array.from({ length: 144 }, (_, i) =>
  aKeptIncident(
    {
      key: `INC-${i + 1}`,
      title: `No ${i}`,
      status: incidentStatuses[i % 7],
      severity: `SEV${1 + (i % 4)}`,
      severityRank: 1 + (i % 4),
      entityRefs:
        i % 6 === 0 ? [checkout, mail] : [[checkout, ledger, mail][i % 3]],
      drill: i % 5 === 4,
      declaredAt: at(i),
      resolvedAt: i % 7 === 4 ? at(i + 1) : undefined,
    },
    { stands: false, runbookState: i % 2 ? 'missing' : 'found' },
  ),
);
const real = kept.map(({ incident }) => incident).filter(({ drill }) => !drill);
const counted = real.filter(({ status }) => status !== 'dismissed');
const everything: IncidentScope = { filter: 'everything', index: undefined };
const keys = (items: Array<{ key: string }>) => items.map(({ key }) => key);

describe.each(engines.ids)('the history of incidents on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    database = await openDatabase(engines, id);
    await database.write(tx => incidentStore.save(tx, kept));
  });

  const history = (
    refs: string[],
    from: string,
    { most, ...scope }: Partial<IncidentScope> & { most?: number } = {},
  ) =>
    historyOf(
      database.read,
      new Date(from),
      { ...everything, ...scope, entityRefs: refs },
      most,
    );
  const of = (refs: string[], from: string) =>
    real
      .filter(i => i.entityRefs.some(ref => refs.includes(ref)))
      .filter(({ declaredAt }) => declaredAt >= from);

  it.each([
    ['one entity', [checkout]],
    ['two, with what affects both once', [checkout, mail]],
    ['more than are looked up one by one', [...strangers, ledger]],
    ['nothing', []],
  ])(
    'is of %s, since an instant, each incident while they are few',
    async (_, refs) => {
      const expected = of(refs, at(100));
      const { items, days, total, countedSince } = await history(refs, at(100));
      expect(items).toEqual(
        expected.map(incident => ({
          key: incident.key,
          title: incident.title,
          status: incident.status,
          severity: incident.severity,
          severityRank: incident.severityRank,
          entityRefs: incident.entityRefs,
          declaredAt: incident.declaredAt,
          ...(incident.resolvedAt && { resolvedAt: incident.resolvedAt }),
        })),
      );
      expect([days, countedSince]).toEqual([undefined, undefined]);
      expect(total).toEqual({
        totalItems: expected.filter(i => i.status !== 'dismissed').length,
      });
    },
  );

  it('is how many there were on each day, once they are many', async () => {
    const all = [checkout, ledger, mail];
    const { items, days, total } = await history(all, at(0));
    const expected = counted.reduce((byDay, incident) => {
      const day = incident.declaredAt.slice(0, 10);
      const so = byDay.get(day) ?? { day, incidents: 0, worstRank: 9 };
      return byDay.set(day, {
        day,
        incidents: so.incidents + 1,
        worstRank: Math.min(so.worstRank, incident.severityRank),
      });
    }, new Map<string, { day: string; incidents: number; worstRank: number }>());
    expect(items).toEqual([]);
    expect(days).toEqual([...expected.values()]);
    expect(total).toEqual({ totalItems: counted.length });
  });

  it('says from when on it is told, when they are more than are looked at', async () => {
    const found = of([checkout], at(0));
    const latest = found.slice(-10);
    const { items, total, countedSince } = await history([checkout], at(0), {
      most: 10,
    });
    expect(keys(items)).toEqual(keys(latest));
    expect(countedSince).toBe(latest[0].declaredAt);
    expect(total).toEqual({
      totalItems: latest.filter(i => i.status !== 'dismissed').length,
      totalIsAtLeast: true,
    });
  });

  it.each<[string, IncidentScope['filter'], RegExp]>([
    ['nothing', 'nothing', /^$/],
    [
      'what they own',
      { property: 'owner', values: ['group:default/shop-team'] },
      /checkout|ledger/,
    ],
    [
      'what others own',
      { not: { property: 'owner', values: ['group:default/shop-team'] } },
      /^(?!.*(checkout|ledger))/,
    ],
  ])('shows a reader %s', async (_, filter, pattern) => {
    const scope = { filter, index: indexCatalog(company(), new Date(0)) };
    const isSeen = (refs: string[]) => pattern.test(refs.join());
    const seen = new Set(
      keys(kept.map(k => k.incident).filter(i => isSeen(i.entityRefs))),
    );
    for (const refs of [
      [checkout, mail],
      [checkout, mail, ...strangers],
    ]) {
      const { items } = await history(refs, at(120), scope);
      expect(keys(items)).toEqual(
        keys(of([checkout, mail], at(120)).filter(i => seen.has(i.key))),
      );
    }
    const total = await countSince(database.read, new Date(0), scope);
    expect(total.totalItems).toBe(counted.filter(i => seen.has(i.key)).length);
    const heat = await incidentsPerSystem(database.read, new Date(0), scope, [
      { system: 's', ref: checkout },
      { system: 's', ref: mail },
    ]);
    expect(heat.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(
      counted.filter(
        i =>
          seen.has(i.key) &&
          i.entityRefs.some(ref => [checkout, mail].includes(ref)),
      ).length,
    );
    const without = await openKeysWithoutRunbook(database.read, scope);
    expect(without.every(({ key }) => seen.has(key))).toBe(true);
  });

  it('counts what happened since an instant, drills and what was dismissed aside', async () => {
    expect(
      await countSince(database.read, new Date(at(72)), everything),
    ).toEqual({
      totalItems: counted.filter(i => i.declaredAt >= at(72)).length,
    });
  });

  it('counts what hit two parts of a system once there, and once in another', async () => {
    const today = Math.floor(Date.parse(at(0)) / 86_400_000);
    const heat = await incidentsPerSystem(
      database.read,
      new Date(at(0)),
      everything,
      [
        { system: 'shop', ref: checkout },
        { system: 'shop', ref: mail },
        { system: 'post', ref: mail },
      ],
    );
    const expected = (refs: string[], system: string) =>
      Array.from({ length: 6 }, (_, i) => {
        const hits = counted
          .filter(({ entityRefs }) =>
            entityRefs.some(ref => refs.includes(ref)),
          )
          .filter(
            ({ declaredAt }) =>
              declaredAt >= at(24 * i) && declaredAt < at(24 * (i + 1)),
          );
        return {
          ...{ system, day: today + i, incidents: hits.length },
          worst: Math.min(...hits.map(hit => hit.severityRank)),
        };
      });
    const sorted = [...heat].sort(
      (a, b) =>
        (a.system < b.system ? -1 : Number(a.system > b.system)) ||
        a.day - b.day,
    );
    expect(sorted).toEqual([
      ...expected([mail], 'post'),
      ...expected([checkout, mail], 'shop'),
    ]);
    expect(
      await incidentsPerSystem(database.read, new Date(0), everything, []),
    ).toEqual([]);
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
