import {
  alertReadPermission,
  alertUpdatePermission,
  incidentReadPermission,
  incidentUpdatePermission,
} from 'backstage-plugin-incidents-common';
import {
  alertConditions,
  createAlertConditionalDecision,
  createIncidentConditionalDecision,
  incidentConditions,
} from 'backstage-plugin-incidents-node';
import { isPermission } from '@backstage/plugin-permission-common';
import { openEngines } from '../testing/engines';
import { guardedHouse, writes } from '../testing/guardedHouse';
import type { House } from '../testing/house';
import { allow, type Policy } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const eve = 'user:default/eve';

/** Everybody may see and change what their team owns, and nothing else. */
const ownOnly: Policy = (permission, user) => {
  const claims = user === ada ? ['group:default/shop-team'] : [user ?? ''];
  if (
    isPermission(permission, alertReadPermission) ||
    isPermission(permission, alertUpdatePermission)
  ) {
    return createAlertConditionalDecision(
      permission as typeof alertReadPermission,
      alertConditions.affectsOwnedEntity({ claims }),
    );
  }
  return isPermission(permission, incidentReadPermission) ||
    isPermission(permission, incidentUpdatePermission)
    ? createIncidentConditionalDecision(
        permission as typeof incidentReadPermission,
        incidentConditions.affectsOwnedEntity({ claims }),
      )
    : allow;
};

describe.each(engines.ids)('who may see what their team owns, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await guardedHouse(ownOnly, { knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const titles = async (path: string, user: string) =>
    (await h.get(path, user)).body.items.map((item: any) => item.title);

  it('sees that in every list, and is told no other number', async () => {
    expect(await titles('/incidents', ada)).toEqual(['Checkout 5xx']);
    expect(await titles('/alerts', ada)).toEqual(['Checkout 5xx']);
    expect((await h.get('/incidents', ada)).body.totalItems).toBe(1);
    expect((await h.get('/alerts', ada)).body.totalItems).toBe(1);
    expect(await titles('/incidents', eve)).toEqual([]);
    expect(await titles('/alerts?outcome=unrouted', ada)).toEqual([]);
  });

  it('sees the heartbeats of that, and no other', async () => {
    const of = (name: string, more: object) => ({
      ...{ id: name, every: '1d', token: 't' },
      ...more,
    });
    const heartbeats = [
      of('ours', { entityRef: 'component:default/checkout' }),
      of('by-label', { labels: { service: 'checkout' } }),
      of('theirs', { entityRef: 'component:default/mail' }),
      of('nobodys', {}),
    ];
    const home = await guardedHouse(ownOnly, { config: { heartbeats } });
    const seen = async (user: string) =>
      (await home.get('/heartbeats', user)).body.items.map(
        (item: any) => item.id,
      );
    try {
      expect(await seen(ada)).toEqual(['by-label', 'ours']);
      expect(await seen(eve)).toEqual([]);
    } finally {
      await home.stop();
    }
  });

  it('sees that on the overview and on tabs', async () => {
    const { body } = await h.get('/overview', ada);
    expect(body).toMatchObject({
      openTotal: 1,
      incidentsIn90Days: 1,
      alertsIn90Days: 1,
    });
    const tab = await h.get('/entities/component/default/mail/summary', ada);
    expect(tab.body).toMatchObject({
      open: [],
      recent: [],
      strip: [],
      firing: [],
    });
    expect((await h.get('/overview', eve)).body.open).toEqual([]);
  });

  it('opens that, and no other', async () => {
    const status = async (path: string, user: string) =>
      (await h.get(path, user)).status;
    for (const path of ['', '/timeline']) {
      expect(await status(`/incidents/INC-1${path}`, ada)).toBe(200);
      expect(await status(`/incidents/INC-2${path}`, ada)).toBe(403);
      expect(await status(`/incidents/INC-1${path}`, eve)).toBe(403);
    }
  });

  it('changes that, and no other', async () => {
    for (const [path, body] of writes.slice(1)) {
      const other = path.replace('INC-1', 'INC-2');
      expect((await h.post(path, body, ada)).status).toBeLessThan(300);
      expect((await h.post(other, body, ada)).status).toBe(403);
      expect((await h.post(path, body, eve)).status).toBe(403);
    }
  });

  describe('of alerts', () => {
    const serviceOf: Record<string, string> = {
      'Checkout 5xx': 'checkout',
      'Mail is late': 'mail',
      Stray: 'unheard-of',
    };
    const idOf = async (title: string) => {
      // Monitors are told the ids of what they bring, whoever may see it.
      const { body } = await h.fires(title, serviceOf[title], {
        description: 'again',
      });
      return body.alerts[0].alertId as string;
    };

    it('opens and changes those of what their team owns, and no other', async () => {
      for (const [title, user, expected] of [
        ['Checkout 5xx', ada, 200],
        ['Checkout 5xx', eve, 403],
        ['Mail is late', ada, 403],
        ['Stray', ada, 403],
      ] as const) {
        const path = `/alerts/${await idOf(title)}`;
        const acknowledge = { action: 'acknowledge' };
        const read = await h.get(path, user);
        const written = await h.post(`${path}/actions`, acknowledge, user);
        expect([title, user, read.status, written.status]).toEqual([
          ...[title, user, expected, expected],
        ]);
      }
      expect((await h.get('/alerts/nonsense', ada)).status).toBe(403);
    });

    it('moves none to incidents of others, and merges nothing with them', async () => {
      const alertId = await idOf('Checkout 5xx');
      const move = { action: 'move', incidentKey: 'INC-2' };
      const refused = [
        await h.post(`/alerts/${alertId}/actions`, move, ada),
        await h.post('/incidents/INC-1/merge', { into: 'INC-2' }, ada),
        await h.post('/incidents/INC-2/merge', { into: 'INC-1' }, ada),
      ];
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await h.get('/incidents/INC-1', ada)).body.openAlerts).toBe(1);
    });
  });

  it('learns nothing of what does not exist', async () => {
    expect((await h.get('/incidents/INC-99', ada)).status).toBe(403);
  });
});

describe('conditions of a policy', () => {
  const names = async (
    decide: typeof incidentConditions.affectsEntity | any,
  ) => {
    const h = await guardedHouse(permission =>
      isPermission(permission, incidentReadPermission)
        ? createIncidentConditionalDecision(permission, decide)
        : allow,
    );
    const listed = (await h.incidents()).map(({ key }) => key).sort();
    const opened: string[] = [];
    for (const key of ['INC-1', 'INC-2']) {
      if ((await h.get(`/incidents/${key}`)).status === 200) opened.push(key);
    }
    await h.stop();
    return { listed, opened };
  };
  const affects = (...refs: string[]) =>
    incidentConditions.affectsEntity({ entityRefs: refs });

  it.each([
    ['an entity', affects('Component:default/Mail'), ['INC-2']],
    ['not an entity', { not: affects('component:default/mail') }, ['INC-1']],
    [
      'either',
      {
        anyOf: [
          affects('component:default/mail'),
          affects('component:default/checkout'),
        ],
      },
      ['INC-1', 'INC-2'],
    ],
    [
      'both',
      {
        allOf: [
          affects('component:default/mail'),
          affects('component:default/checkout'),
        ],
      },
      [],
    ],
  ])('mean the same in a list and for one: %s', async (_, decide, keys) => {
    expect(await names(decide)).toEqual({ listed: keys, opened: keys });
  });
});
