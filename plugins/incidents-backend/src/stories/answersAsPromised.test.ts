import { endpoints, type Endpoint } from 'backstage-plugin-incidents-common';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { till } from '../testing/shiftWork';

const engines = openEngines();
/** In the first shift of the schedule that is kept. */
const inShift = '?at=2026-11-21T12:00:00.000Z';
const summary = (name: string) => `/entities/component/default/${name}/summary`;

const reads: Array<[Endpoint, string]> = [
  [endpoints.listIncidents, '/incidents?limit=2&drills=show'],
  [endpoints.listIncidents, '/incidents?q=nothing'],
  [endpoints.getIncident, '/incidents/INC-1'],
  [endpoints.getIncident, '/incidents/INC-2'],
  [endpoints.getIncident, '/incidents/INC-3'],
  [endpoints.getTimeline, '/incidents/INC-1/timeline?limit=3'],
  [endpoints.getTimeline, '/incidents/INC-3/timeline'],
  [endpoints.listAlerts, '/alerts?limit=2'],
  [endpoints.getAlert, '/alerts/AN-ALERT'],
  [endpoints.getAlert, '/alerts/A-STRAY'],
  [endpoints.getAlertTimeline, '/alerts/AN-ALERT/timeline?limit=3'],
  [endpoints.listRoutingRules, '/routing-rules'],
  [endpoints.getEntitySummary, summary('checkout')],
  [endpoints.getEntitySummary, summary('ledger')],
  [endpoints.getEntitySummary, summary('gone')],
  [endpoints.getSeverities, '/severities'],
  [endpoints.getOverview, '/overview'],
  [endpoints.listSilences, '/silences'],
  [endpoints.listMaintenance, '/maintenance'],
  [endpoints.listMaintenance, '/maintenance?status=ended'],
  [endpoints.listMaintenanceCalendars, '/maintenance/calendars'],
  [endpoints.listDeadLetters, '/dead-letters'],
  [endpoints.listDeliveries, '/deliveries?limit=2'],
  [endpoints.listDeliveries, '/deliveries?alert=AN-ALERT'],
  [endpoints.getDelivery, '/deliveries/A-DELIVERY'],
  [endpoints.listHeartbeats, '/heartbeats'],
  [endpoints.listSchedules, '/oncall/schedules'],
  [endpoints.listSchedules, '/oncall/schedules?archived=true'],
  [endpoints.getSchedule, '/oncall/schedules/kept'],
  [endpoints.getScheduleShifts, '/oncall/schedules/kept/shifts'],
  [endpoints.exportSchedule, '/oncall/schedules/kept/export'],
  [endpoints.listPersonShifts, '/oncall/shifts'],
  [endpoints.listPages, '/incidents/INC-1/pages'],
  [endpoints.listPages, '/incidents/INC-2/pages'],
  [endpoints.listShiftCalendars, '/oncall/calendars'],
  [endpoints.getOnCallLoad, '/oncall/load'],
  [endpoints.draftHandover, `/oncall/schedules/kept/handover${inShift}`],
  [endpoints.listHandovers, '/oncall/schedules/kept/handovers'],
  [endpoints.getHandover, '/oncall/schedules/kept/handovers/A-NOTE'],
  [endpoints.getOnCallLoad, '/oncall/load?schedule=kept'],
  [endpoints.listShiftRequests, '/oncall/requests?closed=true'],
  [endpoints.getAccessChecklist, '/oncall/access'],
  [
    endpoints.listAccessFindings,
    '/oncall/access/findings?entityRef=component:default/till',
  ],
  [endpoints.listAccessFindings, '/oncall/access/findings?schedule=kept'],
  [endpoints.listAbsenceCalendars, '/oncall/absence-calendars'],
];

const declared = {
  title: 'Nobody can pay',
  entityRefs: ['component:default/checkout'],
  detectionSource: 'customer',
  description: 'Since the deploy',
};
const rule = {
  entityRef: 'component:default/ledger',
  matchers: [{ label: 'team', op: 'equals', value: 'pay' }],
};
const silence = {
  matchers: rule.matchers,
  reason: 'moving house',
  endsAt: '2026-11-20T05:00:00.000Z',
};
const replayed = {
  integration: 'generic',
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-21T00:00:00.000Z',
};
const heartbeats = [
  { id: 'backup', every: '5m', token: 't' },
  { id: 'report', every: '1d', token: 't', entityRef: 'component:default/x' },
];
const preview = {
  schedule: {
    ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
    levels: [
      {
        name: 'Primary',
        rotations: [
          {
            name: 'daily',
            participants: ['user:default/ada', 'user:default/nobody'],
            turn: { every: 1, unit: 'days' },
            handoff: { time: '09:00' },
            startsAt: '2026-11-21',
          },
        ],
      },
    ],
    shadows: [
      {
        ...{ id: '1', user: 'user:default/bo', level: 'Primary' },
        ...{ from: '2026-11-21T12:00', to: '2026-11-22T12:00' },
      },
    ],
  },
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-27T00:00:00.000Z',
};
const ofBo = {
  ...{ kind: 'add', level: 'Primary', user: 'user:default/bo' },
  ...{ from: '2026-11-29T12:00:00.000Z', to: '2026-11-30T12:00:00.000Z' },
};
const keptSchedule = {
  ...{ ...preview.schedule, name: 'kept' },
  overrides: [{ ...ofBo, id: 'o1' }],
};
const hour = (n: number) => `2026-11-29T${n}:00:00.000Z`;
const takeOver = (from: number) => ({
  ...{ kind: 'take', level: 'Primary', of: 'user:default/ada' },
  ...{ mine: { from: hour(from), to: hour(from + 1) }, note: 'a train' },
});
const span = { from: '2026-11-21T12:00', to: '2026-11-22T12:00' };
const maintenance = {
  ...{ title: 'Index rebuild', zone: 'Europe/Berlin' },
  entityRefs: ['component:default/checkout'],
  ...{ start: '2026-11-22T02:00', end: '2026-11-22T04:00' },
  recurrence: 'FREQ=WEEKLY',
};
const file = [
  ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Disks'],
  ...['DTSTART:20261122T020000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'],
  ...['END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');
const writes: Array<[Endpoint, string, object]> = [
  [endpoints.declareIncident, '/incidents', declared],
  [endpoints.actOnIncident, '/incidents/INC-1/actions', { action: 'identify' }],
  [endpoints.setSeverity, '/incidents/INC-1/severity', { severity: 'SEV1' }],
  [endpoints.addNote, '/incidents/INC-1/notes', { text: 'On it' }],
  [endpoints.pageSomebody, '/incidents/INC-1/pages', { level: 1 }],
  [endpoints.handOnPage, '/incidents/INC-1/pages/hand-on', { note: 'me not' }],
  [endpoints.acknowledgePage, '/incidents/INC-1/pages/acknowledge', {}],
  [endpoints.orderRoutingRules, '/routing-rules/order', { ids: ['A-RULE'] }],
  [endpoints.createRoutingRule, '/routing-rules', rule],
  [endpoints.removeRoutingRule, '/routing-rules/A-RULE/remove', {}],
  [endpoints.actOnAlert, '/alerts/A-STRAY/actions', { action: 'acknowledge' }],
  [
    endpoints.actOnAlert,
    '/alerts/A-STRAY/actions',
    { action: 'move', incidentKey: 'INC-1' },
  ],
  [endpoints.createSilence, '/silences', silence],
  [endpoints.endSilence, '/silences/A-SILENCE/end', {}],
  [endpoints.planMaintenance, '/maintenance', maintenance],
  [endpoints.changeMaintenance, '/maintenance/A-WINDOW/change', maintenance],
  [endpoints.endMaintenance, '/maintenance/A-WINDOW/end', { what: 'all' }],
  [
    endpoints.importMaintenance,
    '/maintenance/import',
    { ics: file, entityRefs: maintenance.entityRefs },
  ],
  [endpoints.dryRun, '/dry-run', { integration: 'generic', body: '{' }],
  [endpoints.dryRun, '/dry-run', { alert: 'A-STRAY' }],
  [endpoints.dryRun, '/dry-run', { delivery: 'A-DELIVERY' }],
  [
    endpoints.replayDeliveries,
    '/deliveries/replay',
    { ids: ['A-DELIVERY', 'none'], preview: true },
  ],
  [endpoints.replayDeliveries, '/deliveries/replay', replayed],
  [endpoints.previewSchedule, '/oncall/preview', preview],
  [endpoints.createSchedule, '/oncall/schedules', preview.schedule],
  [
    endpoints.importSchedules,
    '/oncall/schedules/import',
    {
      yaml: JSON.stringify({ ...preview.schedule, name: 'another' }),
      dryRun: true,
    },
  ],
  [
    endpoints.askForShift,
    '/oncall/schedules/kept/requests',
    {
      ...{ kind: 'take', level: 'Primary' },
      mine: {
        ...{ from: '2026-11-23T08:00:00.000Z', to: '2026-11-24T08:00:00.000Z' },
      },
    },
  ],
  [endpoints.acceptShiftRequest, '/oncall/requests/FIRST-REQUEST/accept', {}],
  [endpoints.declineShiftRequest, '/oncall/requests/OTHER-REQUEST/decline', {}],
  [endpoints.withdrawShiftRequest, '/oncall/requests/MY-REQUEST/withdraw', {}],
  [endpoints.confirmAccess, '/oncall/access', { tools: ['Grafana'] }],
  [
    endpoints.changeSchedule,
    '/oncall/schedules/kept',
    { version: 2, title: 'Till', timeZone: 'Asia/Tokyo' },
  ],
  [
    endpoints.amendSchedule,
    '/oncall/schedules/kept/overrides',
    { kind: 'absence', user: 'user:default/bo', ...span },
  ],
  [
    endpoints.swapShifts,
    '/oncall/schedules/kept/swaps',
    {
      between: [
        { user: 'user:default/ada', ...span },
        { user: 'user:default/bo', ...span },
      ],
    },
  ],
  [
    endpoints.withdrawAmendment,
    '/oncall/schedules/kept/overrides/1/withdraw',
    {},
  ],
  [
    endpoints.createShiftCalendar,
    '/oncall/calendars',
    { schedule: 'kept', user: 'user:default/ada' },
  ],
  [endpoints.revokeShiftCalendar, '/oncall/calendars/A-CALENDAR/revoke', {}],
  [
    endpoints.writeHandover,
    '/oncall/schedules/kept/handovers',
    { at: '2026-11-22T12:00:00.000Z', text: 'calm' },
  ],
  [
    endpoints.changeHandover,
    '/oncall/schedules/kept/handovers/A-NOTE',
    { version: 1, text: 'calm' },
  ],
  [
    endpoints.addAbsenceCalendar,
    '/oncall/absence-calendars',
    { url: 'https://calendar.example/other.ics', zone: 'Europe/Berlin' },
  ],
  [
    endpoints.revokeAbsenceCalendar,
    '/oncall/absence-calendars/AN-AWAY/revoke',
    {},
  ],
  [endpoints.archiveSchedule, '/oncall/schedules/kept/archive', { version: 6 }],
  [endpoints.restoreSchedule, '/oncall/schedules/kept/restore', { version: 7 }],
  [endpoints.replayDeadLetters, '/dead-letters/replay', { ids: ['A-LETTER'] }],
  [
    endpoints.replayDeadLetters,
    '/dead-letters/replay',
    { integration: 'generic' },
  ],
  [endpoints.mergeIncident, '/incidents/INC-1/merge', { into: 'INC-3' }],
];

describe.each(engines.ids)('what the contract promises, on %s', id => {
  let h: House;
  /** The ids that stand for themselves in the rows. */
  const ids = new Map<string, string>();
  const withIds = <T>(row: T): T =>
    JSON.parse(
      [...ids].reduce(
        (text, [name, known]) => text.replaceAll(name, known),
        JSON.stringify(row),
      ),
    );

  beforeAll(async () => {
    const knex = await engines.migrated(id);
    h = await house({
      ...{ knex, entities: [...company(), till] },
      config: { heartbeats },
    });
    await h.receives('alertmanager', 'firing');
    await h.fires('Ledger slow', 'ledger', { severity: 'huh' });
    await h.fires('Stray', 'unheard-of', { description: 'who?' });
    for (const { id: known, title } of await h.alerts('?limit=100')) {
      if (title === 'Ledger slow') ids.set('AN-ALERT', known);
      if (title === 'Stray') ids.set('A-STRAY', known);
    }
    ids.set('A-RULE', (await h.post('/routing-rules', rule)).body.id);
    ids.set('A-SILENCE', (await h.post('/silences', silence)).body.id);
    const planned = await h.post('/maintenance', maintenance);
    ids.set('A-WINDOW', planned.body.id);
    await h.post('/oncall/schedules', keptSchedule);
    await h.post('/oncall/schedules', { ...keptSchedule, name: 'away' });
    await h.post('/oncall/schedules/away/archive', { version: 1 });
    const note = await h.post('/oncall/schedules/kept/handovers', {
      ...{ at: '2026-11-21T12:00:00.000Z', text: 'calm' },
    });
    ids.set('A-NOTE', note.body.id);
    const shared = await h.post('/oncall/calendars', { schedule: 'kept' });
    ids.set('A-CALENDAR', shared.body.id);
    const ask = async (body: object, user?: string) =>
      (await h.post('/oncall/schedules/kept/requests', body, user)).body.id;
    ids.set('FIRST-REQUEST', await ask(takeOver(12), 'user:default/bo'));
    ids.set('OTHER-REQUEST', await ask(takeOver(15), 'user:default/bo'));
    const mine = {
      ...{ from: '2026-11-21T08:00:00.000Z', to: '2026-11-21T12:00:00.000Z' },
    };
    ids.set(
      'MY-REQUEST',
      await ask({
        ...{ kind: 'take', level: 'Primary', of: 'user:default/bo' },
        mine,
      }),
    );
    const url = 'https://127.0.0.1/away.ics';
    const away = await h.post('/oncall/absence-calendars', { url });
    ids.set('AN-AWAY', away.body.id);
    await h.post('/incidents', { ...declared, detectionSource: 'drill' });
    await h.post('/incidents/INC-1/pages', { user: 'user:default/bo' });
    await h.deliver('generic', 'no JSON');
    const [letter] = (await h.get('/dead-letters')).body.items;
    ids.set('A-LETTER', letter.id);
    const [delivery] = (await h.get('/deliveries')).body.items;
    ids.set('A-DELIVERY', delivery.id);
    for (let n = 0; n < 10; n += 1) await h.waits({ minutes: 1 });
    await h.resolves('Ledger slow', 'ledger');
    for (const action of ['investigate', 'resolve', 'close']) {
      await h.post('/incidents/INC-2/actions', { action, note: 'hm' });
    }
  });
  afterAll(() => h.stop());

  /** Nothing is missing, and nothing is there that nobody promised. */
  const expectPromised = (endpoint: Endpoint, body: unknown) =>
    expect(endpoint.reply.parse(body)).toEqual(body);

  it.each(reads.map(([endpoint, path]) => ({ endpoint, path })))(
    'GET $path',
    async ({ endpoint, path }) => {
      const { status, body } = await h.get(withIds(path));
      expect(status).toBe(200);
      expectPromised(endpoint, body);
    },
  );

  it.each(writes.map(([endpoint, path, sent]) => ({ endpoint, path, sent })))(
    '$endpoint.method $path',
    async ({ endpoint, path, sent }) => {
      const send = endpoint.method === 'PUT' ? h.put : h.post;
      const { status, body } = await send(withIds(path), withIds(sent));
      expect(status).toBe(endpoint.status ?? 200);
      expectPromised(endpoint, body);
    },
  );

  it('a delivery is answered with what became of each alert', async () => {
    expect.hasAssertions();
    for (const sample of ['firing', 'firing-resolved']) {
      const reply = await h.receives('alertmanager', sample);
      expectPromised(endpoints.receiveWebhook, reply.body);
    }
    const { body } = await h.fires('Checkout 5xx');
    expectPromised(endpoints.receiveWebhook, body);
  });

  it('there is a row for each endpoint, but those that have stories of their own', () => {
    const covered = new Set(
      [...reads, ...writes].map(([endpoint]) => endpoint),
    );
    const missing = Object.entries(endpoints)
      .filter(([, endpoint]) => !covered.has(endpoint as Endpoint))
      .map(([name]) => name);
    expect(missing).toEqual([
      'exportOnCallShifts',
      'getRunbook',
      'receiveWebhook',
      'receiveHeartbeat',
      'receiveHeartbeatByGet',
    ]);
  });
});
