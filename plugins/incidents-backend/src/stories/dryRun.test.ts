import type { DryRunReply } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { guardedHouse } from '../testing/guardedHouse';
import { house, type House } from '../testing/house';
import { allow, deny } from '../testing/policy';

const engines = openEngines();
const payload = (about: object = {}) => ({
  ...{ title: 'Checkout 5xx', dedupKey: 'c', severity: 'error' },
  labels: { service: 'checkout' },
  ...about,
});
const tables = [
  'incidents_alerts',
  'incidents_deliveries',
  'incidents_incidents',
  'incidents_timeline',
  'incidents_timeline_untold',
  'incidents_counters',
  'incidents_dead_letters',
];

describe.each(engines.ids)('a dry run on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  const run = async (wanted: object): Promise<DryRunReply> => {
    const { status, body } = await h.post('/dry-run', wanted);
    expect(status).toBe(200);
    return body;
  };
  const runPayload = (body: unknown, integration = 'generic') =>
    run({ integration, body: JSON.stringify(body) });
  const stepsIn = ({ alerts }: DryRunReply, i = 0) =>
    alerts[i].steps.map(step => Object.values(step).join(' | '));
  const stepIn = (reply: DryRunReply, name: string) =>
    reply.alerts[0].steps.find(({ step }) => step === name);
  const everything = () =>
    Promise.all(tables.map(table => knex(table).select('*')));

  it('tells each step of a new alert, and what decided it', async () => {
    const reply = await runPayload(payload());
    expect(reply).toMatchObject({
      alerts: [{ fingerprint: 'c', title: 'Checkout 5xx', status: 'firing' }],
    });
    expect(stepsIn(reply)).toEqual([
      'source | firing | integration generic reads it as Generic JSON',
      'identity | c | it was not open',
      'flapping | calm | 1 of 6 changes within 30 minutes, as incidents.flapping says',
      'entity | component:default/checkout | label service=checkout is the name of component:default/checkout',
      'severity | SEV2 | “error” in the scheme standard',
      'silence | none | no active silence matches it',
      'maintenance | none | no maintenance covers it now',
      'group | component:default/checkout | incidents.triage.groupBy is empty: one incident per entity',
      'decision | declared INC-1 | incidents.triage.default is declare; no incident was open for component:default/checkout',
    ]);
  });

  it('leaves nothing behind, and tells nobody', async () => {
    await h.fires('Known');
    await h.deliver('generic', '{');
    const before = await everything();
    h.signals.length = 0;
    const [{ id: deadLetter }] = (await h.get('/dead-letters')).body.items;
    const [{ id: alert }] = await h.alerts();
    await runPayload(payload({ labels: { service: 'ledger' } }));
    await runPayload(payload({ dedupKey: 'Known', status: 'resolved' }));
    await run({ deadLetter });
    await run({ alert });
    expect(await everything()).toEqual(before);
    expect(h.signals).toEqual([]);
    const { body } = await h.fires('Ledger', 'ledger');
    expect(body.alerts[0].incidentKey).toBe('INC-2');
  });

  it('says exactly what the delivery does then', async () => {
    const body = {
      alerts: [
        payload(),
        payload({ dedupKey: 'd' }),
        payload({ dedupKey: 'e', labels: {} }),
        payload({ dedupKey: 'f', severity: 'info' }),
        payload({ status: 'resolved' }),
      ],
    };
    const told = (await runPayload(body)).alerts;
    const done = (await h.deliver('generic', body)).body.alerts;
    expect(
      told.map(({ fingerprint, became }) => [fingerprint, became]),
    ).toEqual(done.map((one: any) => [one.fingerprint, one.became]));
    const opened = done.filter((one: any) => one.became === 'opened');
    expect(opened).toHaveLength(4);
    for (const [i, one] of opened.entries()) {
      const decision = told[i].steps.at(-1)!;
      expect(decision.step).toBe('decision');
      expect(decision.result).toContain(one.triage.outcome);
      expect(decision.result).toContain(one.incidentKey ?? '');
      expect(decision.reason).toContain(one.triage.reason);
    }
  });

  it('tells of maintenance, and of which window', async () => {
    await h.post('/maintenance', {
      ...{ title: 'Index rebuild', reason: 'new disks', zone: 'UTC' },
      entityRefs: ['system:default/payments'],
      ...{ start: '2026-11-20T02:00', end: '2026-11-20T04:00' },
    });
    const reply = await runPayload(payload());
    expect(stepIn(reply, 'silence')?.result).toBe('none');
    expect(stepIn(reply, 'maintenance')).toMatchObject({
      result: 'maintenance',
      reason:
        'in maintenance until 2026-11-20T04:00:00.000Z by user:default/ada, “Index rebuild”: new disks',
    });
    expect(stepIn(reply, 'decision')?.result).toBe('maintenance');
    expect(await h.alerts()).toEqual([]);
  });

  it('tells of a silence, and who made it', async () => {
    await h.post('/silences', {
      matchers: [{ label: 'service', op: 'equals', value: 'checkout' }],
      reason: 'deploying',
      endsAt: '2026-11-20T04:00:00.000Z',
    });
    const reply = await runPayload(payload());
    expect(stepIn(reply, 'silence')).toMatchObject({
      result: 'silenced',
      reason: expect.stringMatching(/^user:default\/ada silenced .*deploying$/),
    });
    expect(stepIn(reply, 'decision')?.result).toBe('silenced');
  });

  it('tells of an alert that is open already what the delivery changes', async () => {
    await h.deliver('generic', payload());
    const reply = await runPayload(payload({ n: 2 }));
    expect(reply.alerts[0].became).toBe('repeated');
    expect(stepIn(reply, 'decision')).toMatchObject({
      result: 'repeated',
      reason: 'it fires again, 2 times by now',
    });
    const over = await runPayload(
      payload({ dedupKey: 'x', status: 'resolved' }),
    );
    expect(stepsIn(over)).toEqual([
      'source | resolved | integration generic reads it as Generic JSON',
      'identity | x | no alert is open under this fingerprint',
      'decision | unchanged | no alert is open under this fingerprint',
    ]);
  });

  it('takes a delivery that was received for new, and says so', async () => {
    await h.deliver('generic', payload());
    const reply = await runPayload(payload());
    expect(reply.remark).toMatch(
      /^This delivery was received at 2026-11-20T03/,
    );
    expect(reply.alerts[0].became).toBe('repeated');
  });

  it('takes an alert as if it fired for the first time, by what holds today', async () => {
    await h.fires('Stray', 'unheard-of', { severity: 'critical' });
    const [{ id: alert }] = await h.alerts();
    expect(stepIn(await run({ alert }), 'entity')?.result).toBe('none');
    await h.post('/routing-rules', {
      matchers: [{ label: 'title', op: 'equals', value: 'Stray' }],
      entityRef: 'component:default/ledger',
    });
    const reply = await run({ alert });
    expect(reply.alerts[0].became).toBe('opened');
    expect(stepIn(reply, 'entity')?.result).toBe('component:default/ledger');
    expect(stepIn(reply, 'severity')).toMatchObject({
      result: 'SEV1',
      reason: '“critical” in the scheme standard',
    });
    expect(stepIn(reply, 'decision')?.result).toBe('declared INC-1');
  });

  it('answers with a remark what would be refused or brings nothing', async () => {
    const refused = await run({ integration: 'generic', body: '{"title": 7}' });
    expect(refused).toEqual({
      remark: expect.stringMatching(/^This is not what Generic JSON sends/),
      alerts: [],
    });
    expect(await runPayload({ alerts: [] }, 'alertmanager')).toMatchObject({
      remark: expect.any(String),
      alerts: [],
    });
    await h.deliver('generic', '{');
    const [letter] = (await h.get('/dead-letters')).body.items;
    expect(await run({ deadLetter: letter.id })).toMatchObject({
      remark: expect.stringMatching(/^The body is not JSON/),
      alerts: [],
    });
    expect((await h.get('/dead-letters')).body.totalItems).toBe(1);
  });

  it('shows twenty alerts of a delivery, and says how many there are', async () => {
    const alerts = Array.from({ length: 25 }, (_, i) =>
      payload({ dedupKey: `c${i}` }),
    );
    const reply = await runPayload({ alerts });
    expect(reply.alerts).toHaveLength(20);
    expect(reply.remark).toBe('It brings 25 alerts; these are the first 20');
  });

  it.each([
    ['integration', { integration: 'none', body: '{}' }],
    ['dead letter', { deadLetter: 'none' }],
    ['alert', { alert: 'none' }],
  ])('knows no %s that is not there', async (_, wanted) => {
    expect((await h.post('/dry-run', wanted)).status).toBe(404);
  });
});

describe('a dry run of what one may not see', () => {
  it('is refused, however much one may see of routing', async () => {
    const hidden = ['incidents.alert.read', 'incidents.dead-letter.read'];
    const h = await guardedHouse(({ name }, user) =>
      user === 'user:default/bo' && hidden.includes(name) ? deny : allow,
    );
    try {
      await h.deliver('generic', '{');
      const [{ id: alert }] = await h.alerts();
      const [{ id: deadLetter }] = (await h.get('/dead-letters')).body.items;
      for (const wanted of [{ alert }, { deadLetter }]) {
        const ada = await h.post('/dry-run', wanted);
        const bo = await h.post('/dry-run', wanted, 'user:default/bo');
        expect([ada.status, bo.status]).toEqual([200, 403]);
      }
      const body = JSON.stringify(payload());
      const own = { integration: 'generic', body };
      expect((await h.post('/dry-run', own, 'user:default/bo')).status).toBe(
        200,
      );
    } finally {
      await h.stop();
    }
  });
});
