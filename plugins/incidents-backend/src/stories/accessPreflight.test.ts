import type { Entity } from '@backstage/catalog-model';
import {
  onCallReadPermission,
  type AccessChecklist,
  type AccessFindings,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { allow, deny, permissionsBy } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const path = '/oncall/schedules/checkout';
/** The schedule answers for the payments system, whose ledger needs one thing more. */
const annotations: Record<string, Record<string, string>> = {
  payments: {
    'incidents/on-call': 'native:checkout',
    'incidents/access': 'Grafana, kubectl prod',
  },
  ledger: { 'incidents/access': 'Grafana, Vault' },
};
const entities: Entity[] = company().map(entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: {
      ...entity.metadata.annotations,
      ...annotations[entity.metadata.name],
    },
  },
}));
/** It is four in Berlin, on a Friday: Ada has the turn until nine, then Bo. */
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'daily', participants: [ada, bo] },
          ...{ turn: { every: 1, unit: 'days' }, handoff: { time: '09:00' } },
          startsAt: '2026-11-19',
        },
      ],
    },
  ],
};

describe.each(engines.ids)('access before a shift, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex, entities });
    await h.post('/oncall/schedules', schedule);
  });
  afterEach(() => h.stop());

  const checklist = async (user = ada) => {
    const { items }: AccessChecklist = (await h.get('/oncall/access', user))
      .body;
    return items.map(({ tool, state, entityRefs }) =>
      [tool, state, ...entityRefs].join(' '),
    );
  };
  const confirm = (tools: string[], user = ada) =>
    h.post('/oncall/access', { tools }, user);
  const findings = async (query = 'schedule=checkout') => {
    const { body } = await h.get(`/oncall/access/findings?${query}`);
    return (body as AccessFindings).items.map(
      ({ person, tool, state, shiftFrom }) =>
        [person.displayName, tool, state, shiftFrom.slice(8, 16)].join(' '),
    );
  };

  it('everybody sees what they must be able to log in to, and who says so', async () => {
    expect(await checklist()).toEqual([
      'Grafana missing system:default/payments component:default/ledger',
      'kubectl prod missing system:default/payments',
      'Vault missing component:default/ledger',
    ]);
    expect(await checklist('user:default/cy')).toEqual([]);
  });

  it('what somebody confirms holds for thirty days, whatever its capital letters', async () => {
    const { status, body } = await confirm(['grafana', 'Vault', 'VAULT']);
    expect(status).toBe(200);
    expect(body.items.map(({ state }: any) => state)).toEqual([
      ...['confirmed', 'missing', 'confirmed'],
    ]);
    expect(body.items[0].expiresAt).toBe('2026-12-20T03:00:00.000Z');
    h.passes({ hours: 30 * 24 });
    expect((await checklist())[0]).toMatch('Grafana expired');
    await confirm(['Grafana']);
    expect((await checklist())[0]).toMatch('Grafana confirmed');
    expect(
      await knex('incidents_timeline')
        .where('kind', 'access.confirmed')
        .orderBy('seq')
        .pluck('text'),
    ).toEqual([
      'user:default/ada confirms that they can log in to Grafana and Vault',
      'user:default/ada confirms that they can log in to Grafana',
    ]);
  });

  it('what nobody needs of them is not confirmed', async () => {
    const { status, body } = await confirm(['Grafana', 'Jira']);
    expect([status, body.error.message]).toEqual([
      400,
      'tools.1: no schedule that names you answers for something that needs “Jira”',
    ]);
    expect((await checklist())[0]).toMatch('Grafana missing');
  });

  it('what is missing is found, by person and tool, for those whose shifts come', async () => {
    const running = (await h.get('/oncall/access/findings?schedule=checkout'))
      .body.items;
    expect(
      running
        .filter(({ hasBegun }: any) => hasBegun)
        .map(({ person }: any) => person.displayName),
    ).toEqual(['Ada', 'Ada', 'Ada']);
    await confirm(['Grafana', 'kubectl prod', 'Vault']);
    expect(await findings()).toEqual([
      'Bo Grafana missing 20T08:00',
      'Bo kubectl prod missing 20T08:00',
      'Bo Vault missing 20T08:00',
    ]);
    await confirm(['Grafana'], bo);
    expect(await findings('entityRef=component:default/ledger')).toEqual([
      'Bo Vault missing 20T08:00',
    ]);
    expect(await findings('entityRef=component:default/checkout')).toEqual([
      'Bo kubectl prod missing 20T08:00',
    ]);
    expect(await findings('entityRef=domain:default/shop')).toEqual([]);
  });

  it('is asked for in the notice before the shift, as far as it is missing', async () => {
    await confirm(['Grafana'], bo);
    await h.waits({ hours: 4 });
    const [{ payload }] = h.notices;
    expect(payload.description).toMatch(
      /Before it, confirm that you can log in to kubectl prod and Vault\.$/,
    );
    expect(payload.link).toBe('/incidents/on-call/checkout');
  });

  it.each([
    ['', 'schedule: name a schedule or an entityRef, and not both'],
    [
      'schedule=checkout&entityRef=component:default/ledger',
      'schedule: name a schedule or an entityRef, and not both',
    ],
  ])('no findings of ?%s', async (query, message) => {
    const { status, body } = await h.get(`/oncall/access/findings?${query}`);
    expect([status, body.error.message]).toEqual([
      400,
      `The query is not valid: ${message}`,
    ]);
  });

  it('of a schedule that is not there, or in the archive, there is nothing to find', async () => {
    const gone = await h.get('/oncall/access/findings?schedule=gone');
    expect(gone.status).toBe(404);
    await h.post(`${path}/archive`, { version: 1 });
    expect(await findings()).toEqual([]);
    expect(await checklist()).toEqual([]);
  });

  it('who may not see people sees their own list alone', async () => {
    const guarded = await house({
      ...{ knex, entities },
      permissions: permissionsBy(({ name }) =>
        name === onCallReadPermission.name ? deny : allow,
      ),
    });
    expect((await guarded.get('/oncall/access', bo)).status).toBe(200);
    const others = await guarded.get(`/oncall/access?user=${ada}`, bo);
    expect(others.status).toBe(403);
    const found = await guarded.get(
      '/oncall/access/findings?schedule=checkout',
    );
    expect(found.status).toBe(403);
    await guarded.stop();
  });
});
