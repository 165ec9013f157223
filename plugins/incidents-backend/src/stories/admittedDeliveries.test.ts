import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  alertSourcesExtensionPoint,
  type AlertSource,
} from 'backstage-plugin-incidents-node';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { z } from 'zod';
import { house } from '../testing/house';

const payload = z.object({ say: z.string() });

/** A vendor that lets in what says so. */
const doorkeeper: AlertSource<z.output<typeof payload>> = {
  id: 'doorkeeper',
  title: 'Doorkeeper',
  payload,
  admission: {
    hosts: /^keys\.example\.com$/,
    async admit(request, { now, fetchText }) {
      const { say } = JSON.parse(request.rawBody.toString());
      if (say === 'forged') throw new Error('It is not signed');
      if (say === 'curious') await fetchText('https://other.example.com/key');
      return say === 'subscribe'
        ? `Subscribed at ${now.toISOString()}`
        : undefined;
    },
  },
  toSignals: ({ say }) => [
    { fingerprint: say, status: 'firing', title: say, labels: {}, links: [] },
  ],
  samples: {},
};

const bus = DefaultEventsService.create({ logger: mockServices.logger.mock() });

const features = [
  createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => bus.forPlugin('incidents'),
  }),
  createBackendModule({
    pluginId: 'incidents',
    moduleId: 'doorkeeper',
    register(module) {
      module.registerInit({
        deps: { alertSources: alertSourcesExtensionPoint },
        init: async ({ alertSources }) =>
          alertSources.addAlertSources(doorkeeper),
      });
    },
  }),
];

const config = {
  integrations: [
    { id: 'door', source: 'doorkeeper', token: 'test-token' },
    { id: 'back-door', source: 'doorkeeper', topics: ['visitors'] },
  ],
};

describe('a delivery whose source judges it first', () => {
  let h: Awaited<ReturnType<typeof house>>;
  beforeAll(async () => {
    h = await house({ features, config });
  });
  afterAll(() => h.stop());

  const deadLetters = async () =>
    (await h.get('/dead-letters')).body.items.length;

  it('becomes an alert when it is let in', async () => {
    const response = await h.deliver('door', { say: 'hello' });
    expect(response.status).toBe(202);
    expect(response.body.alerts).toMatchObject([{ became: 'opened' }]);
  });

  it('is answered, and no alert, when it was for the door only', async () => {
    const response = await h.deliver('door', { say: 'subscribe' });
    expect(response.status).toBe(202);
    expect(response.body).toEqual({
      alerts: [],
      remark: 'Subscribed at 2026-11-20T03:00:00.000Z',
    });
  });

  it.each([
    ['forged', 'Integration door refuses this delivery: It is not signed'],
    ['curious', 'is none that this source may ask'],
  ])('is refused, and leaves nothing, when %s', async (say, sentence) => {
    const before = await deadLetters();
    const response = await h.deliver('door', { say });
    expect(response.status).toBe(401);
    expect(response.body.error.message).toContain(sentence);
    expect(await deadLetters()).toBe(before);
  });

  it('is judged in the same way when it comes through a queue', async () => {
    const says = (say: string) =>
      bus.publish({ topic: 'visitors', eventPayload: { say } });
    await says('hello');
    await says('subscribe');
    await says('forged');
    const { items } = (await h.get('/dead-letters')).body;
    expect(items).toMatchObject([
      {
        integration: 'back-door',
        reason: 'Integration back-door refuses this delivery: It is not signed',
      },
    ]);
    expect(await h.alerts('?integration=back-door')).toMatchObject([
      { fingerprint: 'hello' },
    ]);
  });
});
