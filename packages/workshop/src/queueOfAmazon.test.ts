import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import events from '@backstage/plugin-events-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import sqs from '@backstage/plugin-events-backend-module-aws-sqs';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import alertSources from 'backstage-plugin-incidents-backend-module-alert-sources';
// The tools stand outside the plugins, and start the backend as it is.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import incidents from 'backstage-plugin-incidents-backend';
import type { Alert } from 'backstage-plugin-incidents-common';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { services } from './loneBackend/services';

// Backstage's own module reads a queue over HTTP, and what it reads becomes alerts. The queue speaks the JSON protocol of Amazon SQS:
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html

type Queue = { url: string; waiting: string[]; deleted: string[] };

function startQueue(): Promise<Queue & { server: Server }> {
  const waiting: string[] = [];
  const deleted: string[] = [];
  const answers: Record<string, (asked: any) => object> = {
    'AmazonSQS.ReceiveMessage': ({ MaxNumberOfMessages = 1 }) => ({
      Messages: waiting.splice(0, MaxNumberOfMessages).map((body, i) => ({
        MessageId: `message-${deleted.length + i}`,
        ReceiptHandle: body,
        MD5OfBody: createHash('md5').update(body).digest('hex'),
        Body: body,
      })),
    }),
    'AmazonSQS.DeleteMessageBatch': ({ Entries }) => {
      deleted.push(...Entries.map((entry: any) => entry.ReceiptHandle));
      const Successful = Entries.map(({ Id }: any) => ({ Id }));
      return { Successful, Failed: [] };
    },
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const answer = answers[String(request.headers['x-amz-target'])] as
      | ((asked: any) => object)
      | undefined;
    response.writeHead(answer ? 200 : 400, {
      'Content-Type': 'application/x-amz-json-1.0',
    });
    response.end(
      JSON.stringify(answer?.(JSON.parse(String(Buffer.concat(parts)))) ?? {}),
    );
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/000000000000/alerts`;
      resolve({ ...{ server, url, waiting, deleted } });
    });
  });
}

const alert = (status: string) =>
  JSON.stringify({
    title: 'Queue stands still',
    ...{ status, dedupKey: 'queue-1' },
    labels: { service: 'service-1' },
  });

describe('alerts in a queue of Amazon SQS', () => {
  const scheduler = mockServices.scheduler();
  const bus = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  }).forPlugin('events');
  let queue: Awaited<ReturnType<typeof startQueue>>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const before = { ...process.env };

  beforeAll(async () => {
    // What the client of Amazon signs its requests with.
    process.env.AWS_ACCESS_KEY_ID = 'access-key-of-a-test';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret-key-of-a-test';
    queue = await startQueue();
    const region = 'eu-central-1';
    const waitTime = { seconds: 0 };
    const alerts = {
      queue: { url: queue.url, endpoint: queue.url, region, waitTime },
      waitTimeAfterEmptyReceive: { milliseconds: 0 },
    };
    backend = await startTestBackend({
      features: [
        ...[incidents, alertSources, events, sqs],
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => bus,
        }),
        catalogServiceMock.factory({ entities: services(3) }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            events: {
              modules: {
                awsSqs: {
                  awsSqsConsumingEventPublisher: { topics: { alerts } },
                },
              },
            },
            incidents: {
              integrations: [
                { id: 'queue', source: 'generic', topics: ['alerts'] },
              ],
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    queue.server.close();
    process.env = before;
  });

  const kept = async (): Promise<Alert[]> => {
    const { port } = backend.server.address() as AddressInfo;
    const answer = await fetch(
      `http://127.0.0.1:${port}/api/incidents/alerts?sort=-startedAt`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
    return (await answer.json()).items;
  };

  /** The module reads its queue, until what came of it is so. */
  async function until(isSo: (alerts: Alert[]) => boolean): Promise<Alert[]> {
    const alerts = await kept();
    if (isSo(alerts)) return alerts;
    await scheduler.triggerTask('events.awsSqs.publisher:alerts');
    return until(isSo);
  }

  it('are read by the module of Backstage, fire, resolve, and leave the queue', async () => {
    queue.waiting.push(alert('firing'));
    const [fired] = await until(alerts => alerts.length > 0);
    expect(fired).toMatchObject({
      ...{ integration: 'queue', status: 'firing' },
      ...{ title: 'Queue stands still', incidentKey: 'INC-1' },
    });
    queue.waiting.push(alert('resolved'));
    const [resolved] = await until(([one]) => one.status === 'resolved');
    expect(resolved.id).toBe(fired.id);
    expect(queue.deleted).toEqual([alert('firing'), alert('resolved')]);
  }, 60_000);
});
