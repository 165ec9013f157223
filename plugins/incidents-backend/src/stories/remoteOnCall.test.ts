import { createBackendModule } from '@backstage/backend-plugin-api';
import type { OnCallAnswer } from 'backstage-plugin-incidents-common';
import {
  onCallProvidersExtensionPoint,
  type RemoteOnCallProvider,
} from 'backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { companyNaming } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const checkout = 'component/default/checkout';
const hour = 3_600_000;

/** A program of somebody else that may be away. */
function aRota() {
  const rota = { asked: [] as Array<string | undefined>, failure: '' };
  const provider: RemoteOnCallProvider = {
    ...{ id: 'rota', title: 'Rota', everySeconds: 300 },
    async shifts({ target, from, to }) {
      rota.asked.push(target);
      if (rota.failure) throw new Error(rota.failure);
      const shift = (name: string, start: number, end: number) => ({
        ...{ level: 1, levelName: 'Primary' },
        person: { name, email: `${name.toLowerCase()}@shop.example` },
        from: new Date(from.getTime() + start * hour),
        to: new Date(Math.min(from.getTime() + end * hour, to.getTime())),
      });
      return {
        ...{ subject: `rota ${target}`, because: 'The rota says so.' },
        shifts: [shift('Ada', -1, 6), shift('Zoe', 6, 24 * 28)],
      };
    },
  };
  const feature = createBackendModule({
    ...{ pluginId: 'incidents', moduleId: 'rota' },
    register(module) {
      module.registerInit({
        deps: { providers: onCallProvidersExtensionPoint },
        async init({ providers }) {
          providers.addRemoteOnCallProviders(provider);
        },
      });
    },
  });
  return { rota, feature };
}

describe.each(engines.ids)('who is on call by somebody else, on %s', id => {
  let h: House;
  let knex: Knex;
  const { rota, feature } = aRota();
  const start = () =>
    house({ knex, features: [feature], entities: companyNaming('rota:shop') });
  beforeEach(async () => {
    rota.asked.splice(0);
    rota.failure = '';
    knex = await engines.migrated(id);
    h = await start();
  });
  afterEach(() => h.stop());

  const answer = async (): Promise<OnCallAnswer> =>
    (await h.get(`/entities/${checkout}/summary`)).body.onCall.value;
  const names = ({ levels }: OnCallAnswer) =>
    levels[0].people.map(({ displayName }) => displayName).join();

  it('is asked by the task, and answered from what it said', async () => {
    await h.scheduler.runAll();
    h.passes({ minutes: 1 });
    const said = await answer();
    expect(rota.asked).toEqual(['shop']);
    expect(said).toMatchObject({
      ...{ provider: 'rota', providerTitle: 'Rota', subject: 'rota shop' },
      readAt: '2026-11-20T03:00:00.000Z',
      because: 'component:default/checkout names rota:shop. The rota says so.',
    });
    expect(said).not.toHaveProperty('failing');
    expect(said.levels).toMatchObject([
      {
        ...{ name: 'Primary', result: 'somebody' },
        people: [{ ref: 'user:default/ada', displayName: 'Ada' }],
        until: '2026-11-20T09:00:00.000Z',
        next: { people: [{ displayName: 'Zoe', email: 'zoe@shop.example' }] },
      },
    ]);
    await h.waits({ minutes: 1 });
    expect(rota.asked).toEqual(['shop']);
    await h.waits({ minutes: 4 });
    expect(rota.asked).toEqual(['shop', 'shop']);
  });

  it('is asked at once about what nobody has asked about yet, and once', async () => {
    await Promise.all([answer(), answer()]);
    await answer();
    expect(rota.asked).toEqual(['shop']);
  });

  it('follows the shifts that are known while it fails, and says for how long it has', async () => {
    await h.scheduler.runAll();
    rota.failure = 'it answers 503';
    await h.waits({ hours: 1 });
    expect(names(await answer())).toBe('Ada');
    await h.waits({ hours: 6 });
    const later = await answer();
    expect(names(later)).toBe('Zoe');
    expect(later).toMatchObject({
      readAt: '2026-11-20T03:00:00.000Z',
      failing: { since: '2026-11-20T04:00:00.000Z', reason: 'it answers 503' },
    });
    expect(later.because).toBe(
      'component:default/checkout names rota:shop. The rota says so. Rota has not answered for 7 hours; this is what it said then. It fails: it answers 503.',
    );
    rota.failure = '';
    await h.waits({ minutes: 2 });
    const again = await answer();
    expect(again).not.toHaveProperty('failing');
    expect(names(again)).toBe('Ada');
  });

  it('is the owner group when it has never answered, or so long ago that nothing is known of today', async () => {
    rota.failure = 'it answers 401';
    const never = await answer();
    expect([never.provider, never.because]).toEqual([
      'owner-group',
      expect.stringContaining('names rota:shop. Rota failed: it answers 401.'),
    ]);
    await answer();
    // Whoever looks does not ask again what has just failed.
    expect(rota.asked).toHaveLength(1);
    rota.failure = '';
    await h.waits({ minutes: 2 });
    rota.failure = 'it answers 401';
    expect((await answer()).provider).toBe('rota');
    await h.waits({ hours: 24 * 28 });
    expect((await answer()).provider).toBe('owner-group');
  });

  it('is asked while the catalog is away, about what was asked before', async () => {
    await h.scheduler.runAll();
    await h.stop();
    h = await house({
      ...{ knex, features: [feature], catalogIsAway: () => true },
    });
    await h.waits({ minutes: 5 });
    expect(rota.asked).toEqual(['shop', 'shop']);
  });

  it('is known to a backend that has just started', async () => {
    await h.scheduler.runAll();
    await h.stop();
    h = await start();
    expect((await answer()).readAt).toBe('2026-11-20T03:00:00.000Z');
    expect(rota.asked).toHaveLength(1);
  });
});
