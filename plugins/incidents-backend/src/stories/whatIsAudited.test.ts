import { endpoints } from 'backstage-plugin-incidents-common';
import {
  absenceCalendars,
  calendarWrites,
  feed,
} from '../testing/auditedCalendars';
import { handoverWrites, inOverride } from '../testing/auditedHandovers';
import { company } from '../testing/company';
import { house, type House } from '../testing/house';
import { deny, permissionsBy } from '../testing/policy';
import {
  recordingAuditor,
  type AuditedEvent,
} from '../testing/recordingAuditor';
import {
  askEachOther,
  bothOnCall,
  shiftWorkWrites,
  till,
} from '../testing/shiftWork';

const declared = {
  title: 'Nobody can pay',
  entityRefs: ['component:default/checkout'],
  detectionSource: 'customer',
};
const rule = {
  entityRef: 'component:default/ledger',
  matchers: [{ label: 'team', op: 'equals', value: 'pay' }],
};
const silence = {
  matchers: [{ label: 'team', op: 'equals', value: 'pay' }],
  reason: 'moving house',
  endsAt: '2026-11-20T05:00:00.000Z',
};
const preview = {
  schedule: {
    ...{ name: 'x', title: 'x', timeZone: 'UTC' },
    levels: [{ name: 'x', rotations: [] }],
  },
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-21T00:00:00.000Z',
};
const maintenance = {
  ...{ title: 'Index rebuild', zone: 'Europe/Berlin' },
  entityRefs: ['component:default/checkout'],
  ...{ start: '2026-11-22T02:00', end: '2026-11-22T04:00' },
  recurrence: 'FREQ=WEEKLY',
};
const keptSchedule = {
  ...preview.schedule,
  name: 'kept',
  overrides: bothOnCall,
};
const kept = '/oncall/schedules/kept';
const ofSchedules = (path: string) => ({
  path: `/oncall/schedules/:name${path}`,
  name: 'kept',
});
const span = { from: '2026-11-21T12:00', to: '2026-11-22T12:00' };
const writes: Array<
  [eventId: string, path: string, body: object, meta: object]
> = [
  ['incidents-declare', '/incidents', declared, { path: '/incidents' }],
  [
    'incidents-actions',
    '/incidents/INC-1/actions',
    { action: 'investigate' },
    { path: '/incidents/:key/actions', key: 'INC-1' },
  ],
  [
    'incidents-severity',
    '/incidents/INC-1/severity',
    { severity: 'SEV1' },
    { path: '/incidents/:key/severity', key: 'INC-1' },
  ],
  [
    'incidents-notes',
    '/incidents/INC-1/notes',
    { text: 'hello' },
    { path: '/incidents/:key/notes', key: 'INC-1' },
  ],
  [
    'incidents-merge',
    '/incidents/INC-1/merge',
    { into: 'INC-2' },
    { path: '/incidents/:key/merge', key: 'INC-1' },
  ],
  [
    'incidents-pages',
    '/incidents/INC-1/pages',
    { user: 'user:default/ada' },
    { path: '/incidents/:key/pages', key: 'INC-1' },
  ],
  [
    'incidents-pages-acknowledge',
    '/incidents/INC-1/pages/acknowledge',
    {},
    { path: '/incidents/:key/pages/acknowledge', key: 'INC-1' },
  ],
  [
    'incidents-pages-hand-on',
    '/incidents/INC-1/pages/hand-on',
    { note: 'on a train' },
    { path: '/incidents/:key/pages/hand-on', key: 'INC-1' },
  ],
  [
    'alerts-actions',
    '/alerts/AN-ALERT/actions',
    { action: 'acknowledge' },
    { path: '/alerts/:id/actions', id: 'AN-ALERT' },
  ],
  ['routing-rules-create', '/routing-rules', rule, { path: '/routing-rules' }],
  [
    'routing-rules-order',
    '/routing-rules/order',
    { ids: ['A-RULE'] },
    { path: '/routing-rules/order' },
  ],
  [
    'routing-rules-remove',
    '/routing-rules/A-RULE/remove',
    {},
    { path: '/routing-rules/:id/remove', id: 'A-RULE' },
  ],
  ['silences-create', '/silences', silence, { path: '/silences' }],
  [
    'silences-end',
    '/silences/A-SILENCE/end',
    {},
    { path: '/silences/:id/end', id: 'A-SILENCE' },
  ],
  ['maintenance-create', '/maintenance', maintenance, { path: '/maintenance' }],
  [
    'maintenance-change',
    '/maintenance/A-WINDOW/change',
    maintenance,
    { path: '/maintenance/:id/change', id: 'A-WINDOW' },
  ],
  [
    'maintenance-end',
    '/maintenance/A-WINDOW/end',
    {},
    { path: '/maintenance/:id/end', id: 'A-WINDOW' },
  ],
  [
    'maintenance-import',
    '/maintenance/import',
    { ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' },
    { path: '/maintenance/import' },
  ],
  [
    'dry-run',
    '/dry-run',
    { integration: 'generic', body: '{"title":"x"}' },
    { path: '/dry-run' },
  ],
  ['oncall-preview', '/oncall/preview', preview, { path: '/oncall/preview' }],
  [
    'oncall-schedules-create',
    '/oncall/schedules',
    preview.schedule,
    { path: '/oncall/schedules' },
  ],
  [
    'oncall-schedules-import',
    '/oncall/schedules/import',
    { yaml: JSON.stringify(preview.schedule) },
    { path: '/oncall/schedules/import' },
  ],
  [
    'oncall-schedules-change',
    kept,
    { version: 1, title: 'Till' },
    ofSchedules(''),
  ],
  [
    'oncall-schedules-archive',
    `${kept}/archive`,
    { version: 1 },
    ofSchedules('/archive'),
  ],
  [
    'oncall-schedules-restore',
    '/oncall/schedules/away/restore',
    { version: 2 },
    { ...ofSchedules('/restore'), name: 'away' },
  ],
  [
    'oncall-schedules-overrides',
    `${kept}/overrides`,
    { kind: 'absence', user: 'user:default/ada', ...span },
    ofSchedules('/overrides'),
  ],
  [
    'oncall-schedules-overrides-withdraw',
    `${kept}/overrides/AN-OVERRIDE/withdraw`,
    {},
    { ...ofSchedules('/overrides/:id/withdraw'), id: 'AN-OVERRIDE' },
  ],
  ...handoverWrites,
  [
    'oncall-schedules-swaps',
    `${kept}/swaps`,
    {
      between: [
        { user: 'user:default/ada', ...span },
        { user: 'user:default/bo', ...span },
      ],
    },
    ofSchedules('/swaps'),
  ],
  ...shiftWorkWrites,
  ...calendarWrites,
  [
    'dead-letters-replay',
    '/dead-letters/replay',
    { ids: ['d1'] },
    { path: '/dead-letters/replay' },
  ],
  [
    'deliveries-replay',
    '/deliveries/replay',
    { ids: ['d1'] },
    { path: '/deliveries/replay' },
  ],
];

describe('each write is told to the auditor', () => {
  let h: House;
  let events: AuditedEvent[];
  const live = async (options: object = {}) => {
    const recording = recordingAuditor();
    events = recording.events;
    h = await house({
      features: [recording.auditor.factory],
      entities: [...company(), till],
      ...options,
    });
  };
  afterEach(() => h.stop());

  it('there is a row for each endpoint that writes', () => {
    const paths = Object.values(endpoints)
      .filter(({ method }) => method !== 'GET')
      .map(({ path }) => path)
      .filter(path => !path.startsWith('/webhooks'));
    return live().then(() =>
      expect(writes.map(([, , , meta]) => (meta as any).path).sort()).toEqual(
        paths.sort(),
      ),
    );
  });

  /** Makes what is written about, and puts its ids in the place of their names. */
  const withIds = async (row: (typeof writes)[number]) => {
    await h.post('/incidents', declared);
    await h.post('/incidents/INC-1/pages', { user: 'user:default/bo' });
    const fired = await h.fires('Ledger 5xx', 'ledger');
    const made = await h.post('/routing-rules', rule);
    const quiet = await h.post('/silences', silence);
    const planned = await h.post('/maintenance', maintenance);
    await h.post('/oncall/schedules', keptSchedule);
    await h.post('/oncall/schedules', { ...preview.schedule, name: 'away' });
    await h.post('/oncall/schedules/away/archive', { version: 1 });
    await h.post('/oncall/schedules', { ...keptSchedule, name: 'noted' });
    const note = await h.post('/oncall/schedules/noted/handovers', {
      ...{ at: inOverride, text: 'calm' },
    });
    const shared = await h.post('/oncall/calendars', { schedule: 'kept' });
    const followed = await h.post(absenceCalendars, feed('old'));
    const asked = await askEachOther(h);
    const named = asked.reduce(
      (all, [name, id]) => all.replaceAll(name, id),
      JSON.stringify(row),
    );
    const text = named
      .replaceAll('A-NOTE', note.body.id)
      .replaceAll('AN-AWAY', followed.body.id)
      .replaceAll('A-CALENDAR', shared.body.id)
      .replaceAll('AN-ALERT', fired.body.alerts[0].alertId)
      .replaceAll('A-RULE', made.body.id)
      .replaceAll('A-SILENCE', quiet.body.id)
      .replaceAll('A-WINDOW', planned.body.id);
    return JSON.parse(text) as typeof row;
  };

  const send = (eventId: string, path: string, body: object) =>
    eventId.startsWith('oncall-schedules-') && eventId.endsWith('-change')
      ? h.put(path, body)
      : h.post(path, body);

  it.each(writes)('%s', async (...row) => {
    await live();
    const [eventId, path, body, meta] = await withIds(row);
    events.length = 0;
    expect((await send(eventId, path, body)).status).toBeLessThan(300);
    expect(events).toEqual([
      { eventId, severityLevel: 'medium', meta, outcome: 'success' },
    ]);
  });

  it.each(writes)('%s that was not permitted', async (eventId, path, body) => {
    await live({ permissions: permissionsBy(() => deny) });
    expect((await send(eventId, path, body)).status).toBe(403);
    expect(events).toMatchObject([{ eventId, outcome: 'failure' }]);
    expect(events[0].error).toMatch(/^This needs incidents\.[\w.-]+$/);
  });

  it.each(writes)('%s that was not understood', async (eventId, path) => {
    await live();
    expect((await send(eventId, path, { nonsense: 1 })).status).toBe(400);
    expect(events).toMatchObject([{ eventId, outcome: 'failure' }]);
  });

  it('reading is nobody’s business', async () => {
    await live();
    await h.get('/incidents');
    await h.get('/overview');
    expect(events).toEqual([]);
  });
});

describe('what monitors bring is told to the auditor', () => {
  const secrets = /test-token|old-token|dGVz/;
  let h: House;
  let events: AuditedEvent[];
  beforeEach(async () => {
    const recording = recordingAuditor();
    events = recording.events;
    h = await house({ features: [recording.auditor.factory] });
  });
  afterEach(() => h.stop());

  it('once per commit, however many alerts it has', async () => {
    await h.receives('alertmanager', 'firing');
    expect(events).toEqual([
      {
        eventId: 'webhooks-receive',
        severityLevel: 'low',
        meta: { integrations: ['alertmanager'], deliveries: 1 },
        outcome: 'success',
      },
    ]);
  });

  it('as a dead letter, when nobody can read it', async () => {
    expect((await h.deliver('generic', '{"title": 7}')).status).toBe(400);
    expect(events).toEqual([
      {
        eventId: 'webhooks-dead-letter',
        severityLevel: 'low',
        meta: { integration: 'generic' },
        outcome: 'success',
      },
    ]);
  });

  it.each([
    ['as Bearer', '', 'Bearer test-token', 202],
    ['as Bearer, the old one', '', 'Bearer old-token', 202],
    [
      'as Basic password',
      '',
      `Basic ${Buffer.from('x:test-token').toString('base64')}`,
      202,
    ],
    ['in the address', '/test-token', undefined, 202],
    ['a wrong one, in the address', '/test-token-2', undefined, 401],
    ['a wrong one, as Bearer', '', 'Bearer test-token2', 401],
    ['none', '', undefined, 401],
  ])(
    'and no token is told to anybody: %s',
    async (_, path, authorization, expected) => {
      const request = h.agent
        .post(`/api/incidents/webhooks/generic${path}`)
        .set('Content-Type', 'application/json');
      if (authorization) request.set('Authorization', authorization);
      const { status, body } = await request.send(
        '{"title":"x","labels":{"service":"checkout"}}',
      );
      expect(status).toBe(expected);
      const told = [
        ...[events, h.signals, body.alerts, body.error],
        await h.alerts(),
        (await h.get('/dead-letters')).body,
        (await h.get('/incidents/INC-1/timeline')).body.items,
      ];
      expect(JSON.stringify(told)).not.toMatch(secrets);
    },
  );

  it('an integration that does not exist is told so, whatever the token', async () => {
    const { status, body } = await h.deliver('nonsense', '{}');
    expect([status, body.error.message]).toEqual([
      404,
      'There is no integration nonsense in incidents.integrations',
    ]);
  });
});
