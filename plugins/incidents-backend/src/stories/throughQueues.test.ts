import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultEventsService,
  eventsServiceRef,
  type EventParams,
  type EventsService,
  type EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

const integrations = [
  { id: 'queue', source: 'generic', topics: ['alerts', 'alerts.eu'] },
  { id: 'errors', source: 'sentry', secret: 's3cret', topics: ['errors'] },
];

/** The events service of every portal, of which one hears what is subscribed. */
function eventBus() {
  const logger = mockServices.logger.mock();
  const real = DefaultEventsService.create({ logger }).forPlugin('events');
  const subscriptions: EventsServiceSubscribeOptions[] = [];
  const service: EventsService = {
    publish: message => real.publish(message),
    async subscribe(options) {
      subscriptions.push(options);
      await real.subscribe(options);
    },
  };
  const feature = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => service,
  });
  return { ...service, feature, subscriptions };
}

const alert = (more: object = {}) => ({
  title: 'Queue stands still',
  status: 'firing',
  dedupKey: 'queue-1',
  labels: { service: 'checkout' },
  ...more,
});

/** Nobody reaches the database until told otherwise. */
function cutOff(knex: Knex) {
  const error = new Error('connect ECONNREFUSED 127.0.0.1:5432');
  return jest
    .spyOn(knex.client, 'acquireConnection')
    .mockRejectedValue(Object.assign(error, { code: 'ECONNREFUSED' }));
}

describe.each(engines.ids)('alerts that come through a queue, on %s', id => {
  let knex: Knex;
  let h: House;
  let bus: ReturnType<typeof eventBus>;
  const open = async (config: object = { events: { holdFor: '0s' } }) => {
    knex = await engines.migrated(id);
    bus = eventBus();
    const features = [bus.feature];
    h = await house({ knex, features, config: { integrations, ...config } });
  };
  beforeEach(() => open());
  afterEach(async () => {
    jest.restoreAllMocks();
    await h.stop();
  });

  const send = (
    eventPayload: unknown,
    { topic = 'alerts', metadata }: Partial<EventParams> = {},
  ) => bus.publish({ topic, eventPayload, metadata });
  /** As a consumer would see it which is told what subscribers throw. */
  const hear = (eventPayload: unknown, topic = 'alerts') =>
    bus.subscriptions[0].onEvent({ topic, eventPayload });
  const deadLetters = async () => (await h.get('/dead-letters')).body.items;

  it('are subscribed to once, under one name', () => {
    expect(bus.subscriptions).toEqual([
      expect.objectContaining({
        id: 'incidents-alerts',
        topics: ['alerts', 'alerts.eu', 'errors'],
      }),
    ]);
  });

  it('fire and resolve like any other', async () => {
    await send(alert());
    expect(await h.alerts()).toMatchObject([
      { integration: 'queue', status: 'firing', incidentKey: 'INC-1' },
    ]);
    await h.waits({ minutes: 3 });
    await send(JSON.stringify(alert({ status: 'resolved' })));
    expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
  });

  it('may be bytes, and come from several topics', async () => {
    await send(Buffer.from(JSON.stringify(alert())));
    await send(alert({ dedupKey: 'queue-2' }), { topic: 'alerts.eu' });
    expect(await h.alerts()).toHaveLength(2);
    expect(await deadLetters()).toEqual([]);
  });

  it('count once when they are redelivered, and once more when they say something new', async () => {
    for (let i = 0; i < 3; i++) await send(alert());
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);
    await send(alert({ description: 'still' }));
    expect(await h.alerts()).toMatchObject([{ occurrences: 2 }]);
  });

  it('count once even hours later when they carry an id of their delivery', async () => {
    await send(alert({ deliveryId: 'd-1' }));
    await h.waits({ hours: 5 });
    await send(alert({ deliveryId: 'd-1' }));
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);
  });

  it.each([
    [{ status: 'firing' }, /^This is not what Generic JSON sends: .*title/],
    ['eyJ0aXRsZSI6IngifQ==', /^The body is not JSON/],
    ['', 'The body is empty'],
    [7, /must be an object or a text with JSON; it is of the type number$/],
    [undefined, /it is of the type undefined$/],
  ])('become a dead letter when they are %j', async (payload, reason) => {
    await hear(payload);
    expect(await h.alerts()).toEqual([]);
    expect(await deadLetters()).toEqual([
      expect.objectContaining({
        integration: 'queue',
        reason: expect.stringMatching(reason),
      }),
    ]);
  });

  it('become a dead letter when they are larger than a webhook may be', async () => {
    await h.stop();
    await open({ webhooks: { maxBytes: 40 } });
    await hear(alert());
    expect(await deadLetters()).toMatchObject([
      {
        reason: expect.stringContaining('larger than 40 bytes'),
        body: JSON.stringify(alert()),
      },
    ]);
  });

  it('are ignored when their topic is no longer one of ours', async () => {
    await hear({ any: 'thing' }, 'alerts.before');
    expect(await deadLetters()).toEqual([]);
  });

  it('are thrown when the database is away for too long, and come in when redelivered', async () => {
    const away = cutOff(knex);
    const sentence = /The database does not answer; nothing of this delivery/;
    await expect(hear(alert())).rejects.toThrow(sentence);
    await expect(hear({ not: 'understood' })).rejects.toThrow(sentence);
    away.mockRestore();
    expect([await h.alerts(), await deadLetters()]).toEqual([[], []]);
    await hear(alert());
    expect(await h.alerts()).toHaveLength(1);
  });

  it('are held while the database is away, so that a consumer that waits has not acknowledged them', async () => {
    await h.stop();
    await open({});
    const away = cutOff(knex);
    const acknowledged = jest.fn();
    const published = send(alert()).then(acknowledged);
    await until(() => away.mock.calls.length > 0);
    expect(acknowledged).not.toHaveBeenCalled();
    away.mockRestore();
    await published;
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);
  });

  it('have no webhook when they have no token', async () => {
    const response = await h.deliver('queue', alert());
    expect(response.status).toBe(401);
    expect(response.body.error.message).toBe(
      'Integration queue has neither a token nor a secret: it takes alerts from its topics only',
    );
    expect(await h.alerts()).toEqual([]);
  });

  describe('and are signed', () => {
    const text = JSON.stringify({
      action: 'triggered',
      data: { issue: { id: '1', title: 'TypeError', status: 'unresolved' } },
    });
    const signature = (secret: string) =>
      createHmac('sha256', secret).update(text).digest('hex');
    const metadata = (secret: string) => ({
      'Sentry-Hook-Signature': signature(secret),
      'Sentry-Hook-Resource': 'issue',
    });

    it('come in when the signature fits their bytes', async () => {
      await send(text, { topic: 'errors', metadata: metadata('s3cret') });
      expect(await deadLetters()).toEqual([]);
      expect(await h.alerts()).toMatchObject([{ integration: 'errors' }]);
    });

    it('become a dead letter without a body when it does not', async () => {
      await send(text, { topic: 'errors', metadata: metadata('guessed') });
      expect(await h.alerts()).toEqual([]);
      const [letter] = await deadLetters();
      expect(letter).toMatchObject({
        integration: 'errors',
        reason:
          'The signature of this delivery does not fit the secret of integration errors',
      });
      expect(letter.body).toBeFalsy();
    });

    it('become a dead letter when somebody has read them before, so that it cannot be checked', async () => {
      await send(JSON.parse(text), {
        topic: 'errors',
        metadata: metadata('s3cret'),
      });
      expect(await h.alerts()).toEqual([]);
      expect(await deadLetters()).toMatchObject([
        {
          body: text,
          reason: expect.stringContaining(
            'the signature of this message cannot be checked: its payload is an object',
          ),
        },
      ]);
    });
  });
});

/** Lets the event loop turn until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}
