import type { PersonalNotice } from 'backstage-plugin-incidents-node';
import { describeNotifier } from 'backstage-plugin-incidents-node/testing';
import { createPagerDutyNotifier } from './pagerDutyNotifier';
import { eventsApi, type EventsApi } from './testing/eventsApi';

const routingKey = 'a'.repeat(32);
const thread = 'incidents-page-01939e6c-0000-7000-8000-000000000002-1';
const settings = { service: 'shop' };

function notifierAt(eventsUrl: string) {
  return createPagerDutyNotifier({
    routingKeys: new Map([['shop', routingKey]]),
    ...{ eventsUrl, webhookSecrets: [] },
  });
}

describeNotifier('pagerduty', async () => {
  const api = await eventsApi();
  return {
    notifier: notifierAt(api.url),
    received: () => api.events.map(event => JSON.stringify(event)),
    breaks: () => api.refuses(503),
    ...{ settings, close: api.close },
  };
});

const notice: PersonalNotice = {
  ...{ idempotencyKey: 'k1', thread, target: 'channel', urgency: 'page' },
  incident: {
    ...{ key: 'INC-7', title: 'ログ', severity: 'SEV1', severityRank: 1 },
    entityRefs: ['component:default/checkout'],
  },
  ...{ settings, round: 1 },
  links: {
    incident: 'https://p.example/incidents/INC-7',
    acknowledge: 'https://p.example/incidents/INC-7#paged',
    runbook: { title: 'Checkout', url: 'https://wiki.example/checkout' },
  },
};

describe('an event of PagerDuty', () => {
  let api: EventsApi;
  beforeEach(async () => {
    api = await eventsApi();
  });
  afterEach(() => api.close());

  it('begins an incident there, under the key of the page', async () => {
    expect(await notifierAt(api.url).notify(notice)).toEqual({
      ...{ outcome: 'sent', ref: thread },
    });
    expect(api.events).toMatchInlineSnapshot(`
      [
        {
          "client": "Backstage",
          "client_url": "https://p.example/incidents/INC-7#paged",
          "dedup_key": "incidents-page-01939e6c-0000-7000-8000-000000000002-1",
          "event_action": "trigger",
          "links": [
            {
              "href": "https://p.example/incidents/INC-7#paged",
              "text": "Incident INC-7",
            },
            {
              "href": "https://wiki.example/checkout",
              "text": "Runbook: Checkout",
            },
          ],
          "payload": {
            "class": "SEV1",
            "component": "component:default/checkout",
            "custom_details": {
              "entities": [
                "component:default/checkout",
              ],
              "incident": "INC-7",
              "round": 1,
              "runbook": "https://wiki.example/checkout",
              "severity": "SEV1",
              "urgency": "page",
            },
            "severity": "critical",
            "source": "component:default/checkout",
            "summary": "SEV1 ログ (INC-7)",
          },
          "routing_key": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ]
    `);
  });

  it.each([
    [1, 'critical'],
    [2, 'error'],
    [3, 'warning'],
    [4, 'info'],
    [9, 'info'],
  ])('of rank %i is %s', async (severityRank, severity) => {
    const incident = { ...notice.incident, severityRank };
    await notifierAt(api.url).notify({ ...notice, incident });
    expect(api.events[0].payload?.severity).toBe(severity);
  });

  it('has a summary that PagerDuty takes, however long the title is', async () => {
    const incident = { ...notice.incident, title: 'x'.repeat(5_000) };
    await notifierAt(api.url).notify({ ...notice, incident });
    expect(api.events[0].payload?.summary).toHaveLength(1_024);
  });

  it.each([
    ['answered', 'acknowledge'],
    ['over', 'resolve'],
  ] as const)('says that a page is %s by %s', async (news, action) => {
    const answer = await notifierAt(api.url).follow!(notice, news);
    expect(answer).toEqual({ outcome: 'sent', ref: thread });
    expect(api.events).toEqual([
      {
        ...{ routing_key: routingKey, event_action: action },
        dedup_key: thread,
      },
    ]);
  });

  const invalid = {
    ...{ status: 'invalid event', message: 'Event object is invalid' },
    errors: [`routing_key ${routingKey} is unknown`],
  };
  it.each<[number, object | string, boolean, string]>([
    [
      ...([400, invalid, false] as const),
      'PagerDuty answers 400: Event object is invalid: routing_key *** is unknown',
    ],
    [403, '', false, 'PagerDuty answers 403'],
    [302, '', false, 'PagerDuty answers 302'],
    [429, '<html>', true, 'PagerDuty answers 429'],
    [500, { message: 7 }, true, 'PagerDuty answers 500'],
  ])('that is answered %i fails with its reason', async (...row) => {
    const [status, body, retry, reason] = row;
    api.refuses(status, body);
    expect(await notifierAt(api.url).notify(notice)).toEqual({
      ...{ outcome: 'failed', retry, reason },
    });
  });

  it('waits while PagerDuty is away', async () => {
    await api.close();
    expect(await notifierAt(api.url).notify(notice)).toEqual({
      ...{ outcome: 'failed', retry: true },
      reason: 'PagerDuty could not be reached',
    });
    api = await eventsApi();
  });

  it('for a service that config has no more fails with a sentence', async () => {
    const gone = { ...notice, settings: { service: 'gone' } };
    expect(await notifierAt(api.url).notify(gone)).toEqual({
      ...{ outcome: 'failed', retry: false },
      reason: 'config has no service gone of PagerDuty any more',
    });
  });
});

describe('what a policy says of PagerDuty', () => {
  const { checkSettings } = notifierAt('https://events.example');

  it.each([
    [{ service: 'shop' }, undefined],
    [{}, 'service must be one of shop'],
    [{ service: 'gone' }, 'service must be one of shop'],
    [{ service: 'shop', room: 7 }, 'room is unknown; there is service alone'],
  ])('%j: %s', (said, complaint) => {
    expect(checkSettings!(said)).toBe(complaint);
  });
});
