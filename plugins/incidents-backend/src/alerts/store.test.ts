import { aKeptAlert } from '../testing/kept';
import { openDatabase, openEngines } from '../testing/engines';
import { alertStore, type KeptAlert } from './store';

const engines = openEngines();
const now = '2026-11-20T03:00:00.000Z';
const later = '2026-11-20T04:00:00.000Z';

describe.each(engines.ids)('the alert store on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const save = (...alerts: KeptAlert[]) =>
    database.write(tx => alertStore.save(tx, alerts));
  const current = (...fingerprints: string[]) =>
    database.write(tx =>
      alertStore.findCurrent(
        tx,
        fingerprints.map(fingerprint => ({
          ...{ integration: 'prometheus', fingerprint },
        })),
      ),
    );

  it('gives back an alert as it was saved, with every field', async () => {
    const kept = aKeptAlert({
      description: 'ログ 🔥 "quoted" \\ %',
      status: 'resolved',
      severityRemark: 'guessed',
      labels: { 'a"b': '\\', サービス: 'チェックアウト' },
      links: [{ title: 'R', url: 'https://r.example', type: 'runbook' }],
      startedAt: '2026-11-20T02:59:59.001Z',
      resolvedAt: later,
      occurrences: 3,
    });
    kept.said = { severity: '致命的', entityRef: 'ledger' };
    await save(kept);
    expect(await current('f1')).toEqual([{ ...kept, version: 1 }]);
    expect(await alertStore.find(database.read, 'a1')).toEqual(kept.alert);
    expect(await alertStore.find(database.read, 'a2')).toBeUndefined();
  });

  it('gives back what is remembered of one that changes often', async () => {
    const restless = aKeptAlert({}, { unrest: { before: [1, 2] } });
    const flapping = aKeptAlert(
      {
        ...{ id: 'a2', fingerprint: 'f2' },
        flapping: {
          ...{ since: later, changes: 7 },
          ...{ calmAt: later, quietSince: later },
        },
      },
      { unrest: { before: [], firedAt: later } },
    );
    await save(restless, flapping);
    expect(await current('f1')).toEqual([{ ...restless, version: 1 }]);
    expect(await current('f2')).toEqual([{ ...flapping, version: 1 }]);
  });

  it('gives back an alert without the fields that it does not have', async () => {
    const { alert } = aKeptAlert({
      entityRef: undefined,
      incidentKey: undefined,
      routing: { by: 'none', reason: 'away', pending: true },
      triage: { outcome: 'unrouted', reason: 'away' },
    });
    await save({ alert, version: 0, isCurrent: true, said: {} });
    const found = await alertStore.find(database.read, 'a1');
    expect(Object.keys(found!).sort()).toEqual(
      Object.keys(JSON.parse(JSON.stringify(alert))).sort(),
    );
    expect(found).toMatchObject({ routing: { pending: true } });
  });

  it('finds the latest episode of each fingerprint of an integration', async () => {
    await save(
      aKeptAlert({ id: 'a1', status: 'resolved' }, { isCurrent: false }),
      aKeptAlert({ id: 'a2' }),
      aKeptAlert({ id: 'a3', integration: 'other' }),
      aKeptAlert({ id: 'a4', fingerprint: 'f2' }),
    );
    const found = await current('f1', 'f2', 'f3');
    expect(found.map(({ alert }) => alert.id)).toEqual(['a2', 'a4']);
    expect(await current()).toEqual([]);
  });

  it('changes an alert that is as it was read', async () => {
    await save(aKeptAlert());
    const [kept] = await current('f1');
    await save({ ...kept, alert: { ...kept.alert, occurrences: 2 } });
    expect((await current('f1'))[0]).toMatchObject({
      version: 2,
      alert: { occurrences: 2 },
    });
  });

  it('lets nobody write over what another wrote meanwhile', async () => {
    await save(aKeptAlert());
    const [kept] = await current('f1');
    await save({ ...kept, alert: { ...kept.alert, occurrences: 2 } });
    const late = { ...kept, alert: { ...kept.alert, occurrences: 9 } };
    const other = aKeptAlert({ id: 'a0', fingerprint: 'f0' });
    await expect(save(other, late)).rejects.toMatchObject({
      name: 'WriteConflict',
    });
    expect(await current('f1', 'f0')).toEqual([
      expect.objectContaining({ version: 2 }),
    ]);
  });

  it('knows one open episode of a fingerprint, never two', async () => {
    await save(aKeptAlert());
    await expect(save(aKeptAlert({ id: 'a2' }))).rejects.toThrow(/unique/i);
  });

  it('makes room for the next episode', async () => {
    await save(aKeptAlert({ status: 'resolved', resolvedAt: now }));
    await database.write(async tx => {
      await alertStore.retire(tx, ['a1']);
      await alertStore.save(tx, [aKeptAlert({ id: 'a2' })]);
    });
    const [latest, ...others] = await current('f1');
    expect([latest.alert.id, others]).toEqual(['a2', []]);
    await database.write(tx => alertStore.retire(tx, []));
  });

  it.each([1, 500, 501, 1_250])('saves and finds %d at once', async count => {
    const alerts = Array.from({ length: count }, (_, i) =>
      aKeptAlert({ id: `a${i}`, fingerprint: `f${i}` }),
    );
    await save(...alerts);
    const found = await current(...alerts.map(a => a.alert.fingerprint));
    expect(found).toHaveLength(count);
    await database.write(tx =>
      alertStore.retire(
        tx,
        alerts.map(({ alert }) => alert.id),
      ),
    );
    expect(await current('f0')).toEqual([]);
  });

  it('finds what waits for the catalog, what came first first', async () => {
    const routing = { by: 'none', reason: 'away', pending: true } as const;
    expect(await alertStore.hasPending(database.read)).toBe(false);
    await save(
      aKeptAlert({ id: 'a2', fingerprint: 'f1', routing, startedAt: now }),
      aKeptAlert({ id: 'a1', fingerprint: 'f2', routing, startedAt: later }),
      aKeptAlert({ id: 'a3', fingerprint: 'f3' }),
    );
    const pending = (limit: number) =>
      database.write(async tx =>
        (await alertStore.holdPending(tx, limit)).map(({ alert }) => alert.id),
      );
    expect(await alertStore.hasPending(database.read)).toBe(true);
    expect(await pending(10)).toEqual(['a1', 'a2']);
    expect(await pending(1)).toEqual(['a1']);
  });

  it('tells what belongs to nobody, how much and since when', async () => {
    expect(await alertStore.neglected(database.read)).toEqual([]);
    const stray = (n: number, at: string, pending?: true) =>
      aKeptAlert({
        id: `a${n}`,
        fingerprint: `f${n}`,
        startedAt: at,
        routing: { by: 'none', reason: 'none', pending },
        triage: { outcome: 'unrouted', reason: 'none' },
      });
    const over = stray(9, '2026-11-20T01:00:00.000Z');
    over.alert.status = 'resolved';
    await save(stray(1, later), stray(2, now), stray(3, later, true), over);
    const found = await alertStore.neglected(database.read);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { pending: false, count: 2, since: now },
        { pending: true, count: 1, since: later },
      ]),
    );
  });
});
