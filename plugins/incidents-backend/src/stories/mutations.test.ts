import {
  alertmanager,
  generic,
} from 'backstage-plugin-incidents-backend-module-alert-sources';
import type { AlertSource } from 'backstage-plugin-incidents-node';
import { mutated, seededRandom } from 'backstage-plugin-incidents-node/testing';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

jest.setTimeout(120_000);

const mutationsOfEach = 200;
/** Milliseconds after which a sender counts as left alone; not a measurement. */
const patience = 5_000;

const samples = [alertmanager, generic].flatMap((source: AlertSource) =>
  Object.entries(source.samples).map(
    ([name, { payload }]) => [source.id, name, payload] as const,
  ),
);

const engines = openEngines();

describe.each(engines.ids)('a sender that went wrong, on %s', engine => {
  let h: House;
  beforeAll(async () => {
    h = await house({ knex: await engines.migrated(engine) });
  });
  afterAll(() => h.stop());

  const deadLetters = async () =>
    (await h.get('/dead-letters?limit=1')).body.totalItems as number;

  it.each(samples)(
    'is understood, or told what is wrong, with any mutation of %s %s',
    async (source, name, payload) => {
      const random = seededRandom(name.length);
      const before = await deadLetters();
      const refused: unknown[] = [];
      for (let i = 0; i < mutationsOfEach; i++) {
        const sent = JSON.stringify(mutated(payload, random));
        const { status, body } = await h
          .deliver(source, sent)
          .timeout(patience);
        if (status !== 202) refused.push({ i, status, body });
      }
      expect(refused).toEqual(
        refused.map(() => ({
          i: expect.any(Number),
          status: 400,
          body: expect.objectContaining({
            error: {
              name: 'InputError',
              message: expect.stringMatching(/^This is not what .+ must be /),
            },
          }),
        })),
      );
      expect(await deadLetters()).toBe(before + refused.length);
    },
  );

  it('leaves nothing that cannot be read', async () => {
    const incidents = await h.incidents('?limit=100');
    expect(incidents).not.toEqual([]);
    const paths = [
      '/alerts?limit=100',
      '/dead-letters?limit=100',
      '/overview',
      '/entities/component/default/checkout/summary',
      ...incidents.map(({ key }) => `/incidents/${key}`),
      ...incidents.map(({ key }) => `/incidents/${key}/timeline?limit=100`),
    ];
    for (const path of paths) {
      const { status } = await h.get(path).then(answer => answer);
      expect([path, status]).toEqual([path, 200]);
    }
  });
});
