import {
  alertReadPermission,
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
  if (isPermission(permission, alertReadPermission)) {
    return createAlertConditionalDecision(
      permission,
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
