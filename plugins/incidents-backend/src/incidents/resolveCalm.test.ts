import { mockServices } from '@backstage/backend-test-utils';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import type { Tx } from '../platform/database';
import { resolveCalm } from './resolveCalm';
import { incidentStore } from './store';

const engines = openEngines();
const hour = 60 * 60 * 1000;
const now = new Date('2026-11-20T03:00:00.000Z');
const ago = (hours: number) =>
  new Date(now.getTime() - hours * hour).toISOString();

const calm = (n: number) =>
  aKeptIncident(
    {
      key: `INC-${n}`,
      status: 'mitigated',
      openAlerts: 0,
      mitigatedAt: ago(5),
      updatedAt: ago(5),
    },
    { stands: false },
  );

describe.each(engines.ids)('incidents that went quiet, on %s', id => {
  async function open(meanwhile: (tx: Tx) => Promise<void> = async () => {}) {
    const database = await openDatabase(engines, id);
    await database.write(tx => incidentStore.save(tx, [calm(1), calm(2)]));
    const deps = {
      bell: { ring() {}, heardBy() {}, fallSilent: async () => {} },
      database: {
        read: database.read,
        // Another writer comes between the look and the act.
        write: async <T>(work: (tx: Tx) => Promise<T>) => {
          await database.write(meanwhile);
          return database.write(work);
        },
      },
      timeline: { record: async () => [] } as never,
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
    };
    return {
      resolve: (after: number | undefined) => resolveCalm(deps, after),
      status: async (key: string) =>
        (await incidentStore.find(database.read, key))?.incident.status,
    };
  }

  it('are resolved, and counted', async () => {
    const { resolve, status } = await open();
    expect(await resolve(4 * hour)).toBe(2);
    expect(await status('INC-1')).toBe('resolved');
    expect(await resolve(4 * hour)).toBe(0);
  });

  it('wait when it is too early, or when nobody asks', async () => {
    const { resolve, status } = await open();
    expect(await resolve(6 * hour)).toBe(0);
    expect(await resolve(undefined)).toBe(0);
    expect(await status('INC-1')).toBe('mitigated');
  });

  it('are left alone when an alert takes one up at that moment', async () => {
    let isFirst = true;
    const { resolve, status } = await open(async tx => {
      if (!isFirst) return;
      isFirst = false;
      const [kept] = await incidentStore.hold(tx, {
        ...{ slots: [], keys: ['INC-1'] },
      });
      const incident = { ...kept.incident, openAlerts: 1 };
      await incidentStore.save(tx, [
        { ...kept, incident: { ...incident, status: 'investigating' } },
      ]);
    });
    expect(await resolve(4 * hour)).toBe(1);
    expect(await status('INC-1')).toBe('investigating');
    expect(await status('INC-2')).toBe('resolved');
  });
});
