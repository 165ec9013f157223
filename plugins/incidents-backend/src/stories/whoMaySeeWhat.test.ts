import {
  alertReadPermission,
  deadLetterReadPermission,
  definitionReadPermission,
  incidentDeclarePermission,
  incidentReadPermission,
  incidentUpdatePermission,
  incidentsPermissions,
  maintenanceUpdatePermission,
  onCallReadPermission,
  routingReadPermission,
  routingUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { guardedHouse, writes } from '../testing/guardedHouse';
import type { House } from '../testing/house';
import { allow, deny, type Policy } from '../testing/policy';

const without = (...names: Array<{ name: string }>): Policy => {
  const denied = names.map(({ name }) => name);
  return permission => (denied.includes(permission.name) ? deny : allow);
};

const reads = [
  '/incidents',
  '/incidents/INC-1',
  '/incidents/INC-1/timeline',
  '/alerts',
  '/alerts/x',
  '/routing-rules',
  '/silences',
  '/maintenance',
  '/maintenance/calendars',
  '/overview',
  '/entities/component/default/checkout/summary',
  '/entities/component/default/checkout/runbooks/x',
  '/severities',
  '/dead-letters',
  '/oncall/schedules',
  '/oncall/schedules/x',
  '/oncall/schedules/x/shifts',
  '/oncall/schedules/x/export',
  '/oncall/shifts',
  '/oncall/calendars',
  '/oncall/load',
  '/oncall/load.csv',
  '/oncall/schedules/x/handover',
  '/oncall/schedules/x/handovers',
  '/oncall/schedules/x/handovers/x',
  '/oncall/absence-calendars',
];
const maintenance = {
  ...{ title: 'Index rebuild', zone: 'Europe/Berlin' },
  entityRefs: ['component:default/checkout'],
  ...{ start: '2026-11-22T02:00', end: '2026-11-22T04:00' },
  recurrence: 'FREQ=WEEKLY',
};
const at = '2026-11-20T05:00:00.000Z';
const later = '2026-11-20T06:00:00.000Z';
const matchers = [{ label: 'a', op: 'equals', value: 'b' }];

describe('who may nothing', () => {
  let h: House;
  beforeAll(async () => {
    h = await guardedHouse(without(...incidentsPermissions));
  });
  afterAll(() => h.stop());

  it.each(reads)('is shown nothing by %s', async path => {
    const { status, body } = await h.get(path);
    const shown = JSON.stringify({ ...body, request: undefined });
    expect(status).toBe(403);
    expect(shown).not.toMatch(/5xx|late|Stray|INC-1|Ada|Bo|wiki\.example/);
  });

  it.each([
    ...writes,
    ['/incidents/INC-1/merge', { into: 'INC-2' }],
    ['/alerts/x/actions', { action: 'acknowledge' }],
    ['/routing-rules', { entityRef: 'component:default/mail', matchers }],
    ['/routing-rules/order', { ids: [] }],
    ['/routing-rules/x/remove', {}],
    [
      '/silences',
      { matchers, reason: 'x', endsAt: '2026-11-20T05:00:00.000Z' },
    ],
    ['/silences/x/end', {}],
    ['/maintenance', maintenance],
    ['/maintenance/x/change', maintenance],
    ['/maintenance/x/end', {}],
    ['/maintenance/import', { ics: 'BEGIN:VCALENDAR' }],
    ['/dry-run', { integration: 'generic', body: '{}' }],
    ['/dead-letters/replay', { ids: ['x'] }],
    [
      '/oncall/schedules',
      {
        ...{ name: 'x', title: 'x', timeZone: 'UTC' },
        levels: [{ name: 'x', rotations: [] }],
      },
    ],
    ['/oncall/schedules/import', { yaml: 'x' }],
    ['/oncall/calendars', { schedule: 'x' }],
    ['/oncall/calendars/x/revoke', {}],
    ['/oncall/absence-calendars', { url: 'https://x.y/z' }],
    ['/oncall/absence-calendars/x/revoke', {}],
    ['/oncall/schedules/x/archive', { version: 1 }],
    ['/oncall/schedules/x/restore', { version: 1 }],
    [
      '/oncall/schedules/x/overrides',
      { kind: 'absence', user: 'user:default/ada', from: at, to: later },
    ],
    ['/oncall/schedules/x/handovers', { at, text: 'x' }],
    ['/oncall/schedules/x/overrides/x/withdraw', {}],
    [
      '/oncall/schedules/x/swaps',
      {
        between: [
          { user: 'user:default/ada', from: at, to: later },
          { user: 'user:default/bo', from: at, to: later },
        ],
      },
    ],
    [
      '/oncall/preview',
      {
        schedule: {
          ...{ name: 'x', title: 'x', timeZone: 'UTC' },
          levels: [{ name: 'x', rotations: [] }],
        },
        from: '2026-11-20T00:00:00.000Z',
        to: '2026-11-21T00:00:00.000Z',
      },
    ],
  ] as typeof writes)('is refused by %s', async (path, body) => {
    const { status } = await h.post(path, body);
    expect(status).toBe(403);
  });

  it('stops no monitor, which has a token of its own', async () => {
    expect((await h.fires('Checkout slow')).status).toBe(202);
  });
});

it('nobody is let in without saying who they are', async () => {
  const h = await guardedHouse(() => allow);
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
  [alertReadPermission, '/alerts/x', 403],
  [routingReadPermission, '/routing-rules', 403],
  [routingReadPermission, '/silences', 403],
  [routingReadPermission, '/maintenance', 403],
  [routingReadPermission, '/maintenance/calendars', 403],
  [definitionReadPermission, '/severities', 403],
  [
    definitionReadPermission,
    '/entities/component/default/checkout/runbooks/x',
    403,
  ],
  [deadLetterReadPermission, '/dead-letters', 403],
  [onCallReadPermission, '/oncall/schedules/x', 403],
  [onCallReadPermission, '/oncall/schedules/x/shifts', 403],
  [onCallReadPermission, '/oncall/schedules/x/export', 403],
  [onCallReadPermission, '/oncall/load', 403],
  [onCallReadPermission, '/oncall/load.csv', 403],
  [definitionReadPermission, '/oncall/schedules', 403],
])('without $name', (permission, path, expected) => {
  it(`${path} is refused, and says what is needed`, async () => {
    const h = await guardedHouse(without(permission));
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
    const h = await guardedHouse(without(onCallReadPermission));
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
    const h = await guardedHouse(without(definitionReadPermission));
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
    const h = await guardedHouse(without(alertReadPermission));
    expect((await h.get('/alerts')).status).toBe(403);
    const { body } = await h.get('/overview');
    expect(body.alertsIn90Days).toBe(0);
    expect(body.needs).toEqual([]);
    await h.stop();
  });
});

describe('who may update alerts', () => {
  const act = async (h: House, title: string, body: object) => {
    const alerts = await h.alerts();
    const { id } = alerts.find(alert => alert.title === title)!;
    return h.post(`/alerts/${id}/actions`, body);
  };
  const checkout = 'component:default/checkout';
  const rule = matchers;

  it.each([
    [
      'takes none to an incident that they may not update',
      incidentUpdatePermission,
      ['Checkout 5xx', { action: 'move', incidentKey: 'INC-2' }],
    ],
    [
      'makes no incident of one without the right to declare',
      incidentDeclarePermission,
      ['Checkout 5xx', { action: 'split' }],
    ],
    [
      'makes no rule without the right to change them',
      routingUpdatePermission,
      ['Stray', { action: 'bind', entityRef: checkout, rule }],
    ],
  ] as const)('%s', async (_, permission, [title, body]) => {
    const h = await guardedHouse(without(permission));
    const refused = await act(h, title, body);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      `This needs ${permission.name}`,
    ]);
    const taken = await act(h, title, { action: 'acknowledge' });
    expect(taken.body.status).toBe('acknowledged');
    await h.stop();
  });

  it('binds one without a rule', async () => {
    const h = await guardedHouse(without(routingUpdatePermission));
    const { status } = await act(h, 'Stray', {
      ...{ action: 'bind', entityRef: checkout },
    });
    expect(status).toBe(200);
    await h.stop();
  });
});

describe('who may not declare or update', () => {
  it('may still read, and is told what is needed', async () => {
    const h = await guardedHouse(
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

describe('who may not plan maintenance', () => {
  it('may see it, and is told what is needed to change it', async () => {
    const h = await guardedHouse(without(maintenanceUpdatePermission));
    const { status, body } = await h.post('/maintenance', maintenance);
    expect([status, body.error.message]).toEqual([
      403,
      'This needs incidents.maintenance.update',
    ]);
    expect((await h.get('/maintenance')).body.items).toEqual([]);
    await h.stop();
  });

  it('nor read it, is told that it is hidden, not that there is none', async () => {
    const h = await guardedHouse(without(routingReadPermission));
    const hidden = {
      status: 'hidden',
      reason: 'Seeing maintenance needs incidents.routing.read',
    };
    await h.post('/maintenance', { ...maintenance, start: '2026-11-20T01:00' });
    const summary = await h.get('/entities/component/default/checkout/summary');
    const overview = await h.get('/overview');
    expect(summary.body.maintenance).toEqual(hidden);
    expect(overview.body.maintenance).toEqual(hidden);
    await h.stop();
  });
});
