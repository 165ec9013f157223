import type { Incident } from 'backstage-plugin-incidents-common';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import type { KeptIncident } from './keptIncident';
import { incidentStore } from './store';

const engines = openEngines();
const checkout = 'component:default/checkout';
const ledger = 'component:default/ledger';
const at = (hour: number) => `2026-11-20T0${hour}:00:00.000Z`;

const full: Partial<Incident> = {
  title: '決済できない 🔥',
  description: 'Nobody can pay\n- really',
  status: 'closed',
  entityRefs: [ledger, checkout, 'api:default/a'],
  declaredBy: { type: 'user', ref: 'user:default/ada' },
  declaredAt: at(1),
  acknowledgedAt: at(2),
  identifiedAt: at(3),
  mitigatedAt: at(4),
  resolvedAt: at(5),
  closedAt: at(6),
  updatedAt: at(6),
  lastAlertAt: at(3),
  follows: 'INC-7',
  openAlerts: 2,
  alerts: 7,
  drill: true,
};

describe.each(engines.ids)('the incident store on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const save = (...kept: KeptIncident[]) =>
    database.write(tx => incidentStore.save(tx, kept));
  const find = (key: string) => incidentStore.find(database.read, key);
  const hold = (wanted: { slots?: string[]; keys?: string[] }) =>
    database.write(tx =>
      incidentStore.hold(tx, { slots: [], keys: [], ...wanted }),
    );
  const keysOf = (kept: KeptIncident[]) => kept.map(k => k.incident.key);

  it('gives back an incident as it was saved, entities in their order', async () => {
    const kept = aKeptIncident(full, {
      stands: false,
      severityBy: 'user',
      runbookState: 'found',
      integration: undefined,
    });
    await save(kept);
    const saved = { ...kept.incident, version: 1 };
    expect(await find('INC-1')).toEqual({ ...kept, incident: saved });
    expect(await incidentStore.findMany(database.read, ['INC-1'])).toEqual([
      saved,
    ]);
  });

  it('finds those that exist, and no other', async () => {
    await save(
      aKeptIncident(),
      aKeptIncident({ key: 'INC-3' }, { stands: false }),
    );
    const keys = ['INC-3', 'INC-2', 'INC-1', 'nonsense', 'INC-0'];
    const found = await incidentStore.findMany(database.read, keys);
    expect(found.map(({ key }) => key).sort()).toEqual(['INC-1', 'INC-3']);
    expect(await find('INC-2')).toBeUndefined();
    expect(await find('nonsense')).toBeUndefined();
    expect(await incidentStore.findMany(database.read, [])).toEqual([]);
  });

  it('changes an incident that is as it was read, and only then', async () => {
    await save(aKeptIncident());
    const kept = (await find('INC-1'))!;
    const titled = (title: string) => ({
      ...kept,
      incident: { ...kept.incident, title },
    });
    await save(titled('first'));
    await expect(save(titled('second'))).rejects.toMatchObject({
      name: 'WriteConflict',
    });
    expect((await find('INC-1'))?.incident).toMatchObject({
      title: 'first',
      version: 2,
      entityRefs: [checkout],
    });
  });

  it('lets one incident stand in a place', async () => {
    await save(aKeptIncident());
    await expect(save(aKeptIncident({ key: 'INC-2' }))).rejects.toThrow(
      /unique/i,
    );
    await save(aKeptIncident({ key: 'INC-2' }, { stands: false }));
    expect(keysOf(await hold({ slots: [checkout] }))).toEqual(['INC-1']);
  });

  it('makes room in a place when the incident there is over', async () => {
    await save(aKeptIncident());
    const kept = (await find('INC-1'))!;
    await save({ ...kept, incident: { ...kept.incident, status: 'resolved' } });
    expect(await hold({ slots: [checkout] })).toEqual([]);
    await save(aKeptIncident({ key: 'INC-2' }));
    expect(keysOf(await hold({ slots: [checkout] }))).toEqual(['INC-2']);
  });

  it('lets another take the place of one that stays open, in a transaction alone', async () => {
    await save(aKeptIncident());
    const kept = (await find('INC-1'))!;
    await database.write(async tx => {
      await incidentStore.vacate(tx, ['INC-1']);
      await incidentStore.save(tx, [
        aKeptIncident({ key: 'INC-2' }),
        { ...kept, stands: false },
      ]);
    });
    expect(keysOf(await hold({ slots: [checkout] }))).toEqual(['INC-2']);
    expect((await find('INC-1'))?.incident.status).toBe('declared');
    await expect(
      incidentStore.vacate(database.read, ['INC-2']),
    ).rejects.toMatchObject({ name: 'WriteConflict' });
    await incidentStore.vacate(database.read, []);
  });

  it('holds by place and by key, each once and in one order', async () => {
    await save(
      aKeptIncident({ key: 'INC-3', entityRefs: [ledger] }),
      aKeptIncident({ key: 'INC-1' }),
      aKeptIncident({ key: 'INC-2', status: 'resolved' }),
    );
    const wanted = {
      slots: [ledger, checkout, 'nowhere'],
      keys: ['INC-2', 'INC-1'],
    };
    expect(keysOf(await hold(wanted))).toEqual(['INC-1', 'INC-2', 'INC-3']);
    expect(await hold({})).toEqual([]);
    const inSlots = await database.write(tx =>
      incidentStore.findInSlots(tx, [ledger]),
    );
    expect(keysOf(inSlots)).toEqual(['INC-3']);
  });

  it('numbers without gap or repetition, whoever gives up on the way', async () => {
    const given: number[] = [];
    const declare = (i: number) =>
      database
        .write(async tx => {
          const n = (await incidentStore.holdCounter(tx)) + 1;
          await incidentStore.setCounter(tx, n);
          if (i % 3 === 0) throw new Error('gives up');
          return n;
        })
        .then(n => given.push(n));
    await Promise.allSettled(Array.from({ length: 30 }, (_, i) => declare(i)));
    expect(given.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  it('finds what nobody has looked up a runbook for', async () => {
    await save(
      aKeptIncident({ key: 'INC-2' }),
      aKeptIncident({ key: 'INC-1', entityRefs: [ledger] }),
      aKeptIncident({ key: 'INC-3' }, { stands: false, runbookState: 'found' }),
    );
    const unchecked = (limit: number) =>
      incidentStore.findUnchecked(database.read, limit).then(keysOf);
    expect(await unchecked(10)).toEqual(['INC-1', 'INC-2']);
    expect(await unchecked(1)).toEqual(['INC-1']);
  });

  it('says once which runbook was found, and changes nothing else', async () => {
    await save(aKeptIncident());
    const before = await find('INC-1');
    const mark = (state: 'found' | 'missing', key = 'INC-1') =>
      database.write(tx => incidentStore.markRunbook(tx, key, state));
    expect(await mark('missing')).toBe(true);
    expect(await mark('found')).toBe(false);
    expect(await mark('found', 'INC-2')).toBe(false);
    expect(await find('INC-1')).toEqual({ ...before, runbookState: 'missing' });
    await save(before!);
    expect((await find('INC-1'))?.runbookState).toBe('missing');
  });

  it('finds what is open in a place, the one that stands there first', async () => {
    await save(
      aKeptIncident({ key: 'INC-1' }, { stands: false }),
      aKeptIncident({ key: 'INC-2', status: 'mitigated' }),
      aKeptIncident({ key: 'INC-3' }, { stands: false }),
      aKeptIncident({ key: 'INC-4', status: 'closed' }, { stands: false }),
      aKeptIncident({ key: 'INC-5', entityRefs: [ledger] }),
    );
    const open = (...places: string[]) =>
      database.write(tx => incidentStore.findOpen(tx, places)).then(keysOf);
    expect(await open(checkout)).toEqual(['INC-2', 'INC-1', 'INC-3']);
    expect(await open(checkout, ledger)).toEqual([
      ...['INC-2', 'INC-5', 'INC-1', 'INC-3'],
    ]);
    expect(await open()).toEqual([]);
  });

  it('finds what has been calm since an instant', async () => {
    const calm = (key: string, about: Partial<Incident>) =>
      aKeptIncident(
        {
          key,
          status: 'mitigated',
          openAlerts: 0,
          mitigatedAt: at(3),
          updatedAt: at(3),
          ...about,
        },
        { stands: false },
      );
    await save(
      calm('INC-1', {}),
      calm('INC-2', { mitigatedAt: at(4), updatedAt: at(4) }),
      calm('INC-3', { openAlerts: 1 }),
      calm('INC-4', { status: 'investigating' }),
      calm('INC-5', { status: 'resolved' }),
      calm('INC-6', { updatedAt: at(4) }),
    );
    const since = async (hour: number, limit = 10) => {
      const date = new Date(at(hour));
      return incidentStore.findCalm(database.read, date, limit);
    };
    const [one, two, six] = ['INC-1', 'INC-2', 'INC-6'].map(key => ({
      ...{ key, version: 1 },
    }));
    expect(await since(3)).toEqual([one]);
    expect(await since(4)).toEqual([one, two, six]);
    expect(await since(4, 2)).toEqual([one, two]);
    expect(await since(2)).toEqual([]);
  });

  it.each([500, 501, 1_200])('saves %d at once', async count => {
    const many = Array.from({ length: count }, (_, i) =>
      aKeptIncident({ key: `INC-${i + 1}` }, { stands: false }),
    );
    await save(...many);
    expect((await find(`INC-${count}`))?.incident.entityRefs).toEqual([
      checkout,
    ]);
  });
});
