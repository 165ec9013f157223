import {
  alertReadPermission,
  deadLetterReadPermission,
  definitionReadPermission,
  incidentDeclarePermission,
  incidentReadPermission,
  incidentUpdatePermission,
  incidentsPermissions,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import {
  alertConditions,
  createAlertConditionalDecision,
  createIncidentConditionalDecision,
  incidentConditions,
} from 'backstage-plugin-incidents-node';
import type { Entity } from '@backstage/catalog-model';
import { isPermission } from '@backstage/plugin-permission-common';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { allow, deny, permissionsBy, type Policy } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const eve = 'user:default/eve';

/** A service that the people of the shop do not own. */
const mail: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'mail', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/post' }],
};

async function live(policy: Policy, more: object = {}): Promise<House> {
  const h = await house({
    entities: [...company(), mail],
    permissions: permissionsBy(policy),
    ...more,
  });
  await h.fires('Checkout 5xx');
  await h.fires('Mail is late', 'mail');
  await h.fires('Stray', 'unheard-of');
  return h;
}

const without = (...names: Array<{ name: string }>): Policy => {
  const denied = names.map(({ name }) => name);
  return permission => (denied.includes(permission.name) ? deny : allow);
};

const reads = [
  '/incidents',
  '/incidents/INC-1',
  '/incidents/INC-1/timeline',
  '/alerts',
  '/overview',
  '/entities/component/default/checkout/summary',
  '/entities/component/default/checkout/runbooks/x',
  '/severities',
  '/dead-letters',
];
const writes: Array<[string, object]> = [
  [
    '/incidents',
    {
      title: 'x',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'employee',
    },
  ],
  ['/incidents/INC-1/actions', { action: 'investigate' }],
  ['/incidents/INC-1/severity', { severity: 'SEV1' }],
  ['/incidents/INC-1/notes', { text: 'x' }],
];

describe('who may nothing', () => {
  let h: House;
  beforeAll(async () => {
    h = await live(without(...incidentsPermissions));
  });
  afterAll(() => h.stop());

  it.each(reads)('is shown nothing by %s', async path => {
    const { status, body } = await h.get(path);
    const shown = JSON.stringify({ ...body, request: undefined });
    expect([200, 403]).toContain(status);
    expect(shown).not.toMatch(/5xx|late|Stray|INC-1|Ada|Bo|wiki\.example/);
  });

  it.each(writes)('is refused by %s', async (path, body) => {
    const { status } = await h.post(path, body);
    expect(status).toBe(403);
  });

  it('stops no monitor, which has a token of its own', async () => {
    expect((await h.fires('Checkout slow')).status).toBe(202);
  });
});

it('nobody is let in without saying who they are', async () => {
  const h = await live(() => allow);
  for (const path of reads) {
    const { status } = await h.agent
      .get(`/api/incidents${path}`)
      .set('Authorization', 'Bearer nonsense');
    expect([path, status]).toEqual([path, 401]);
  }
  await h.stop();
});

describe.each([
  [incidentReadPermission, '/incidents/INC-1', 403],
  [incidentReadPermission, '/incidents/INC-1/timeline', 403],
  [definitionReadPermission, '/severities', 403],
  [
    definitionReadPermission,
    '/entities/component/default/checkout/runbooks/x',
    403,
  ],
  [deadLetterReadPermission, '/dead-letters', 403],
])('without $name', (permission, path, expected) => {
  it(`${path} is refused, and says what is needed`, async () => {
    const h = await live(without(permission));
    const { status, body } = await h.get(path);
    expect([status, body.error.message]).toEqual([
      expected,
      `This needs ${permission.name}`,
    ]);
    await h.stop();
  });
});

describe('who may not see people', () => {
  it('is told that they are hidden, not that there are none', async () => {
    const h = await live(without(onCallReadPermission));
    const hidden = {
      status: 'hidden',
      reason: 'Seeing who is on call needs incidents.oncall.read',
    };
    const summary = await h.get('/entities/component/default/checkout/summary');
    const overview = await h.get('/overview');
    expect((await h.incident('INC-1')).onCall).toEqual(hidden);
    expect(summary.body.onCall).toEqual(hidden);
    expect(overview.body.onCall).toEqual(hidden);
    for (const { body } of [summary, overview]) {
      expect(JSON.stringify(body)).not.toMatch(/Ada|shop\.example/);
    }
    await h.stop();
  });
});

describe('who may not see definitions', () => {
  it('is told that they are hidden, and sees the incident', async () => {
    const h = await live(without(definitionReadPermission));
    const hidden = {
      status: 'hidden',
      reason: 'Seeing this needs incidents.definition.read',
    };
    const { body } = await h.get(
      '/entities/component/default/checkout/summary',
    );
    for (const shown of [await h.incident('INC-1'), body]) {
      expect(shown).toMatchObject({ severities: hidden, runbooks: hidden });
    }
    await h.stop();
  });
});

describe('who may not see alerts', () => {
  it('is not told how many there are either', async () => {
    const h = await live(without(alertReadPermission));
    expect((await h.get('/alerts')).body).toEqual({ items: [], totalItems: 0 });
    const { body } = await h.get('/overview');
    expect(body.alertsIn90Days).toBe(0);
    expect(body.needs).toEqual([]);
    await h.stop();
  });
});

describe('who may not declare or update', () => {
  it('may still read, and is told what is needed', async () => {
    const h = await live(
      without(incidentDeclarePermission, incidentUpdatePermission),
    );
    for (const [path, sent] of writes) {
      const { status, body } = await h.post(path, sent);
      expect([status, body.error.message]).toEqual([
        403,
        path === '/incidents'
          ? 'This needs incidents.incident.declare'
          : 'This needs incidents.incident.update',
      ]);
    }
    expect((await h.get('/incidents/INC-1')).status).toBe(200);
    await h.stop();
  });
});

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
    h = await live(ownOnly, { knex: await engines.migrated(id) });
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
    const h = await live(permission =>
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
