import type { PersonalNotice } from 'backstage-plugin-incidents-node';
import { describeNotifier } from 'backstage-plugin-incidents-node/testing';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { indexCatalog } from '../../platform/catalogIndex';
import { company } from '../../testing/company';
import { createPortalNotifier } from './portal';
import { createWebhookNotifier } from './webhook';

const ada = { ref: 'user:default/ada', displayName: 'Ada' };
const secret = 'a-long-enough-secret';

describeNotifier('portal', async () => {
  const received: string[] = [];
  let outcome: 'sent' | 'failed' = 'sent';
  const index = indexCatalog(company(), new Date(0));
  return {
    notifier: createPortalNotifier({
      notices: {
        async tell(notice) {
          received.push(JSON.stringify(notice));
          return outcome;
        },
      },
      catalog: { index: async () => index } as never,
    }),
    ...{ received: () => received, person: ada },
    breaks: () => void (outcome = 'failed'),
  };
});

async function openWard() {
  const requests: Array<{ headers: Record<string, any>; body: string }> = [];
  let status = 204;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ headers: request.headers, body });
    response.writeHead(status, { Location: '/elsewhere' }).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    url: `http://127.0.0.1:${port}/in/secret-path`,
    answers: (code: number) => void (status = code),
    close: () => new Promise<void>(closed => server.close(() => closed())),
  };
}

describeNotifier('webhook', async () => {
  const { requests, url, answers, close } = await openWard();
  const webhook = { id: 'siren', url, secret, allowPrivateAddress: true };
  return {
    notifier: createWebhookNotifier([webhook]),
    received: () => requests.map(({ body }) => body),
    breaks: () => answers(503),
    ...{ settings: { webhook: 'siren' }, close },
  };
});

describe('a webhook of pages', () => {
  const notice: PersonalNotice = {
    thread: 'incidents-page-p1-1',
    ...{ idempotencyKey: 'k1', target: 'webhook siren', urgency: 'page' },
    incident: {
      ...{ key: 'INC-7', title: 'ログ', severity: 'SEV1', severityRank: 1 },
      entityRefs: [],
    },
    ...{ person: ada, settings: { webhook: 'siren' }, round: 1 },
    links: { incident: 'https://p/incidents/INC-7', acknowledge: 'https://p' },
  };
  let ward: Awaited<ReturnType<typeof openWard>>;
  beforeEach(async () => {
    ward = await openWard();
  });
  afterEach(() => ward.close());
  const open = (allowPrivateAddress = true) =>
    createWebhookNotifier([
      { id: 'siren', url: ward.url, secret, allowPrivateAddress },
    ]);

  it('is signed over its bytes, and names nobody', async () => {
    await open().notify(notice);
    const [{ headers, body }] = ward.requests;
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    expect(headers).toMatchObject({
      'x-incidents-signature': `sha256=${signature}`,
      ...{ 'idempotency-key': 'k1', 'content-type': 'application/json' },
    });
    expect(body).toContain('ログ');
    expect(body).not.toContain('Ada');
  });

  it.each([
    [400, false],
    [401, false],
    [302, false],
    [408, true],
    [429, true],
    [500, true],
  ])('that answers %i is tried again: %s', async (status, retry) => {
    ward.answers(status);
    expect(await open().notify(notice)).toEqual({
      ...{ outcome: 'failed', retry, reason: `it answers ${status}` },
    });
  });

  it('does not reach into the network of the portal unless config says so', async () => {
    const answer = await open(false).notify(notice);
    expect(answer).toMatchObject({ outcome: 'failed', retry: false });
    expect(ward.requests).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain('secret-path');
  });

  it('that config has no more fails with a sentence', async () => {
    const settings = { webhook: 'gone' };
    expect(await open().notify({ ...notice, settings })).toMatchObject({
      ...{ outcome: 'failed', retry: false },
      reason: 'config has no webhook gone any more',
    });
  });
});
