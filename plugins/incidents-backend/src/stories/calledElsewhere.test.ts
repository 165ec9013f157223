import pagerDutyEvents from 'backstage-plugin-incidents-backend-module-pagerduty-events';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { aSchedule, companyOnCall } from '../testing/pager';

const engines = openEngines();
const routingKey = 'R0UT1NG0'.repeat(4);
const secret = 'the-secret-of-a-subscription';
const there = { notifier: 'pagerduty', settings: { service: 'shop' } };
const policy = {
  id: 'elsewhere',
  steps: [
    { targets: [there] },
    { after: { minutes: 5 }, targets: [{ level: 1 }] },
  ],
  ...{ repeats: 1, roundLasts: { minutes: 10 } },
  ...{ acknowledgedFor: { minutes: 30 } },
};

/** PagerDuty on this machine: takes events, or does not. */
async function pagerDuty() {
  const told: Array<{ action: string; key: string }> = [];
  let status = 202;
  let held: Promise<void> = Promise.resolve();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { event_action: action, dedup_key: key } = JSON.parse(body);
    if (status === 202) told.push({ action, key });
    await held;
    response.writeHead(status).end('{}');
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    told,
    eventsUrl: `http://127.0.0.1:${port}/v2/enqueue`,
    answers: (code: number) => void (status = code),
    /** Takes events and says nothing, until it is let. */
    holds() {
      let release = () => {};
      held = new Promise(done => {
        release = done;
      });
      return release;
    },
    close: () =>
      new Promise<void>(closed => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

describe.each(engines.ids)('people are called by PagerDuty, on %s', id => {
  let knex: Knex;
  let pd: Awaited<ReturnType<typeof pagerDuty>>;
  const houses: House[] = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
    pd = await pagerDuty();
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
    await pd.close();
  });

  async function open() {
    const token = 'test-token';
    const h = await house({
      ...{ knex, entities: companyOnCall() },
      config: {
        integrations: [
          { id: 'generic', source: 'generic', token },
          { id: 'pagerduty', source: 'pagerduty', token },
        ],
        escalation: {
          policies: [policy],
          pagerduty: {
            services: [{ id: 'shop', routingKey }],
            ...{ eventsUrl: pd.eventsUrl, webhookSecrets: [secret] },
          },
        },
      },
      features: [aSchedule(), pagerDutyEvents],
    });
    houses.push(h);
    return h;
  }
  async function called() {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    return h;
  }
  const actions = () => pd.told.map(({ action }) => action);
  const eventOf = (about: object = {}) => ({
    event: {
      ...{ id: 'E1', event_type: 'incident.acknowledged' },
      ...{ resource_type: 'incident', occurred_at: '2026-11-20T03:01:00Z' },
      agent: { type: 'user_reference', id: 'P1', summary: 'Earline' },
      data: {
        ...{ id: 'PT4KHLK', type: 'incident', status: 'acknowledged' },
        ...{ title: 'SEV2 Checkout 5xx', incident_key: pd.told[0]?.key },
      },
      ...about,
    },
  });
  const knock = (h: House, body: object, by = secret) => {
    const text = JSON.stringify(body);
    const digest = createHmac('sha256', by).update(text).digest('hex');
    return h.agent
      .post('/api/incidents/notifiers/pagerduty')
      .set('Content-Type', 'application/json')
      .set('X-PagerDuty-Signature', `v1=${digest}`)
      .send(text);
  };
  const page = async (h: House) =>
    (await h.get('/incidents/INC-1/pages')).body.items[0];
  const answer = (h: House, how: string) =>
    h.post(`/incidents/INC-1/pages/${how}`, {});
  const lines = async (h: House, kind: RegExp) =>
    (await h.story('INC-1')).split('\n').filter(line => kind.test(line));

  it('who is on it here ends the calling there, and so does the end', async () => {
    const h = await called();
    expect(actions()).toEqual(['trigger']);
    await answer(h, 'acknowledge');
    await h.waits({});
    expect(actions()).toEqual(['trigger', 'acknowledge']);
    await h.post('/incidents/INC-1/actions', { action: 'mitigate' });
    await h.waits({});
    expect(actions()).toEqual(['trigger', 'acknowledge', 'resolve']);
    expect(new Set(pd.told.map(({ key }) => key)).size).toBe(1);
    expect(await lines(h, /page\.sent.*PagerDuty/)).toEqual([
      '03:00:00 | page.sent | escalation | channel of pagerduty was told by PagerDuty',
      '03:00:00 | page.sent | escalation | channel of pagerduty was told by PagerDuty that somebody is on it',
      '03:00:00 | page.sent | escalation | channel of pagerduty was told by PagerDuty that nobody is needed any more',
    ]);
    // What is told afterwards is no call.
    const { notices } = await page(h);
    expect(
      notices.filter((one: any) => one.notifier === 'pagerduty'),
    ).toHaveLength(1);
  });

  it('who acknowledges there is on it here, by the name that they have there', async () => {
    const h = await called();
    const { status, body } = await knock(h, eventOf());
    expect([status, body]).toEqual([202, { answers: ['acknowledged'] }]);
    expect(await lines(h, /page\.acknowledged/)).toEqual([
      '03:00:00 | page.acknowledged | pagerduty | Earline is on it (in PagerDuty)',
    ]);
    expect((await h.incident('INC-1')).status).toBe('investigating');
    await h.waits({ minutes: 20 });
    expect(await lines(h, /page\.step/)).toHaveLength(1);
    // The echo of what we sent, and whoever comes second, change nothing.
    const again = await knock(h, eventOf());
    expect(again.body).toEqual({ answers: ['late'] });
    const echo = await knock(h, eventOf({ agent: { type: 'integration' } }));
    expect(echo.body).toEqual({ answers: [], remark: 'No person did it' });
    expect(await lines(h, /page\.acknowledged/)).toHaveLength(1);
  });

  it('while PagerDuty is away the end of a page is tried again, and not forgotten', async () => {
    const h = await called();
    pd.answers(503);
    await answer(h, 'acknowledge');
    await h.waits({});
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.waits({ seconds: 10 });
    expect(actions()).toEqual(['trigger']);
    pd.answers(202);
    for (const seconds of [10, 20]) await h.waits({ seconds });
    expect(actions()).toEqual(['trigger', 'resolve']);
  });

  it('silence after an acknowledgement calls there anew, by another incident', async () => {
    const h = await called();
    await knock(h, eventOf());
    await h.waits({});
    await h.waits({ minutes: 30 });
    await h.waits({});
    expect(actions()).toEqual(['trigger', 'acknowledge', 'resolve', 'trigger']);
    const [first, , ended, second] = pd.told.map(({ key }) => key);
    expect(ended).toBe(first);
    expect(second).not.toBe(first);
    // What is said of the first one does not answer the second.
    expect((await knock(h, eventOf())).body).toEqual({ answers: ['late'] });
    expect((await page(h)).status).toBe('waiting');
  });

  it('a round more is no incident more', async () => {
    const h = await called();
    await h.waits({ minutes: 5 });
    await h.waits({ minutes: 5 });
    expect(actions()).toEqual(['trigger', 'trigger']);
    expect(new Set(pd.told.map(({ key }) => key)).size).toBe(1);
  });

  it('what PagerDuty does not take leads to the next step at once', async () => {
    pd.answers(400);
    const h = await called();
    expect(await lines(h, /page\.(failed|step)/)).toEqual([
      expect.stringContaining('calls channel of pagerduty'),
      '03:00:00 | page.failed | escalation | channel of pagerduty could not be told by PagerDuty: PagerDuty answers 400',
      expect.stringContaining('calls Ada'),
    ]);
  });

  it('what arrives there when somebody is on it already is acknowledged there at once', async () => {
    const release = pd.holds();
    const h = await open();
    await h.fires('Checkout 5xx');
    const under = h.waits({});
    while (pd.told.length === 0) {
      await new Promise(done => setImmediate(done));
    }
    await answer(h, 'acknowledge');
    release();
    await under;
    await h.waits({});
    expect([...new Set(actions())]).toEqual(['trigger', 'acknowledge']);
    const told = await knex('incidents_page_notices')
      .where({ urgency: 'answered' })
      .pluck('state');
    // Once for the answer, once for what arrived after it.
    expect(told).toEqual(['sent', 'sent']);
  });

  it('a page that comes back as an alert of PagerDuty begins no incident', async () => {
    const h = await called();
    const about = { event_type: 'incident.triggered' };
    const { status, body } = await h.deliver('pagerduty', eventOf(about));
    expect([status, body]).toMatchObject([
      202,
      { alerts: [], remark: expect.stringContaining('a page of this portal') },
    ]);
    const others = eventOf(about);
    others.event.id = 'E2';
    others.event.data.incident_key = 'srv01/HTTP';
    await h.deliver('pagerduty', others);
    expect(await h.incidents()).toHaveLength(1);
    expect(await h.alerts()).toHaveLength(2);
  });

  it('of what is not genuine, not understood or not known nothing comes', async () => {
    const h = await called();
    const nobody = eventOf({ data: { incident_key: 'incidents-page-x-1' } });
    const elsewhere = h.agent.post('/api/incidents/notifiers/portal').send({});
    const answers = [
      await knock(h, eventOf(), 'not-the-secret-of-it'),
      await elsewhere,
      await knock(h, 'no' as never),
      await knock(h, { event: { event_type: 7 } }),
      await knock(h, nobody),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      ...[401, 404, 400, 400, 202],
    ]);
    expect(answers.at(-1)!.body).toEqual({ answers: ['unknown'] });
    expect((await page(h)).status).toBe('waiting');
  });

  it('a service that config does not have is refused when the portal starts', async () => {
    const settings = { service: 'gone' };
    await expect(
      house({
        knex,
        config: {
          escalation: {
            policies: [
              { ...policy, steps: [{ targets: [{ ...there, settings }] }] },
            ],
            pagerduty: { services: [{ id: 'shop', routingKey }] },
          },
        },
        features: [pagerDutyEvents],
      }),
    ).rejects.toThrow('service must be one of shop');
  });
});
