import type { Incident } from 'backstage-plugin-incidents-common';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import { causeStore } from './causeStore';
import { listIncidents, type IncidentScope } from './listStore';
import { incidentStore } from './store';

const engines = openEngines();
const checkout = 'component:default/checkout';
const ledger = 'component:default/ledger';
const everything: IncidentScope = { filter: 'everything', index: undefined };

describe.each(engines.ids)('the causes of incidents on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const save = (...about: Partial<Incident>[]) =>
    database.write(tx =>
      incidentStore.save(
        tx,
        about.map(one => aKeptIncident(one, { stands: false })),
      ),
    );
  const onLedger = (key: string, about: Partial<Incident> = {}) => ({
    ...{ key, entityRefs: [ledger] },
    ...about,
  });
  const held = (key: string, ...because: string[]): Partial<Incident> => ({
    ...{ key, likelyBecauseOf: because, pagesHeld: { because } },
  });
  const keysOf = (found: Array<{ key: string }>) => found.map(({ key }) => key);

  it('are kept with the incident, and may change nothing but whether pages are held', async () => {
    await save(onLedger('INC-1'), held('INC-2', 'INC-1'));
    const kept = (await incidentStore.find(database.read, 'INC-2'))!;
    expect(kept.incident).toMatchObject({
      likelyBecauseOf: ['INC-1'],
      pagesHeld: { because: ['INC-1'] },
    });
    const { pagesHeld, ...released } = kept.incident;
    await database.write(tx =>
      incidentStore.save(tx, [{ ...kept, incident: released }]),
    );
    const { items } = await listIncidents(
      database.read,
      { drills: 'hide', sort: 'declaredAt', limit: 10 },
      everything,
    );
    const second = items.find(({ key }) => key === 'INC-2')!;
    expect(second.likelyBecauseOf).toEqual(['INC-1']);
    expect(second).not.toHaveProperty('pagesHeld');
    const first = items.find(({ key }) => key === 'INC-1')!;
    expect(first).not.toHaveProperty('likelyBecauseOf');
  });

  it('are open incidents on an entity, bad enough and real', async () => {
    await save(
      onLedger('INC-3', { entityRefs: [checkout, ledger] }),
      onLedger('INC-1', { status: 'mitigated', severityRank: 1 }),
      onLedger('INC-2', { status: 'resolved' }),
      onLedger('INC-4', { severity: 'SEV3', severityRank: 3 }),
      onLedger('INC-5', { drill: true }),
      { key: 'INC-6', entityRefs: ['component:default/mail'] },
    );
    const found = async (refs: string[], severities?: string[]) =>
      keysOf(await causeStore.findOn(database.read, refs, { severities }));
    expect(await found([ledger])).toEqual(['INC-1', 'INC-3']);
    expect(await found([checkout, ledger])).toEqual(['INC-1', 'INC-3']);
    expect(await found([ledger], ['SEV3'])).toEqual(['INC-4']);
    expect(await found([])).toEqual([]);
    const many = Array.from({ length: 2_000 }, (_, i) => `component:x/${i}`);
    expect(await found([...many, ledger])).toEqual(['INC-1', 'INC-3']);
  });

  it('hold pages while one of them is in effect', async () => {
    await save(
      onLedger('INC-1'),
      onLedger('INC-2', { status: 'mitigated' }),
      onLedger('INC-3', { status: 'resolved' }),
      onLedger('INC-4', { severity: 'SEV4', severityRank: 4 }),
      held('INC-11', 'INC-1'),
      held('INC-12', 'INC-1', 'INC-3'),
      held('INC-13', 'INC-2', 'INC-3'),
      held('INC-14', 'INC-4'),
      { ...held('INC-15', 'INC-3'), status: 'resolved' },
      { key: 'INC-16', likelyBecauseOf: ['INC-3'] },
    );
    const releasable = (counting?: { severities?: string[] }, limit = 10) =>
      causeStore.findReleasable(database.read, counting, limit);
    expect(await releasable({})).toEqual(['INC-13', 'INC-14']);
    expect(await releasable({}, 1)).toEqual(['INC-13']);
    expect(await releasable({ severities: ['SEV4'] })).toEqual([
      ...['INC-11', 'INC-12', 'INC-13'],
    ]);
    expect(await releasable(undefined)).toEqual([
      ...['INC-11', 'INC-12', 'INC-13', 'INC-14'],
    ]);
  });

  it('are shown both ways, to who may see them', async () => {
    await save(
      onLedger('INC-1', { severityRank: 3 }),
      onLedger('INC-2', { severityRank: 1, entityRefs: [checkout] }),
      { key: 'INC-3', likelyBecauseOf: ['INC-1'], status: 'resolved' },
      { key: 'INC-4', likelyBecauseOf: ['INC-1'] },
      { key: 'INC-5', likelyBecauseOf: ['INC-1'], entityRefs: [ledger] },
    );
    const causes = async (scope: IncidentScope) =>
      keysOf(await causeStore.among(database.read, ['INC-1', 'INC-2'], scope));
    const effects = async (scope: IncidentScope, limit = 9) =>
      keysOf(await causeStore.effectsOf(database.read, 'INC-1', scope, limit));
    expect(await causes(everything)).toEqual(['INC-2', 'INC-1']);
    expect(await effects(everything)).toEqual(['INC-5', 'INC-4', 'INC-3']);
    expect(await effects(everything, 2)).toEqual(['INC-5', 'INC-4']);
    const own: IncidentScope = {
      filter: { property: 'entity', values: [ledger] },
      index: undefined,
    };
    expect(await causes(own)).toEqual(['INC-1']);
    expect(await effects(own)).toEqual(['INC-5']);
    expect(await causes({ ...own, filter: 'nothing' })).toEqual([]);
    expect(await causeStore.among(database.read, [], everything)).toEqual([]);
  });
});
