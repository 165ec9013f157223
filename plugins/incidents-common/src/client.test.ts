/** @jest-environment node */
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { changedSomething, createIncidentsClient } from './client';
import { endpoints } from './endpoints';
import { anIncident } from './testing';

type Received = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {
  body: string;
};

let server: Server;
let received: Received[];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: chunks.join('') });
    answer(response);
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
});

beforeEach(() => {
  received = [];
  answers(200, { items: [], totalItems: 0 });
});

afterAll(async () => {
  await new Promise(closed => server.close(closed));
});

function answers(status: number, body: unknown) {
  answer = response => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

function aClient(fetchApi?: { fetch: typeof fetch }) {
  const { port } = server.address() as AddressInfo;
  const getBaseUrl = async (id: string) => `http://127.0.0.1:${port}/api/${id}`;
  return createIncidentsClient({ discoveryApi: { getBaseUrl }, fetchApi });
}

describe('the client', () => {
  it('has a method for each endpoint but those that are for monitors', () => {
    const { receiveWebhook, ...rest } = endpoints;
    const { receiveHeartbeat, receiveHeartbeatByGet, ...callable } = rest;
    expect(Object.keys(aClient())).toEqual(Object.keys(callable));
  });

  it('fills the path', async () => {
    await aClient().getRunbook({
      params: {
        kind: 'component',
        namespace: 'default',
        name: 'check/out',
        id: 'a b',
      },
    });
    expect(received[0].url).toBe(
      '/api/incidents/entities/component/default/check%2Fout/runbooks/a%20b',
    );
  });

  it('does not ask at all when a parameter of the path is missing', async () => {
    await expect(aClient().getIncident({ params: {} })).rejects.toThrow(
      '/incidents/:key needs the parameter key',
    );
    expect(received).toEqual([]);
  });

  it('joins what a query has several of, and leaves out what it has not', async () => {
    await aClient().listIncidents({
      query: {
        q: 'a&b=ü',
        status: ['open', 'closed'],
        severity: [],
        entityRef: undefined,
        limit: 10,
      },
    });
    expect(received[0]).toMatchObject({
      method: 'GET',
      url: '/api/incidents/incidents?q=a%26b%3D%C3%BC&status=open%2Cclosed&limit=10',
      body: '',
    });
    expect(received[0].headers).not.toHaveProperty('authorization');
    expect(received[0].headers).not.toHaveProperty('content-type');
  });

  it('sends a body as JSON with the token of the caller, and returns the reply', async () => {
    answers(201, anIncident());
    const body = {
      title: 'Checkout is slow',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'customer' as const,
    };
    const reply = await aClient().declareIncident({ body }, { token: 't0' });
    expect(reply).toEqual(anIncident());
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/api/incidents/incidents',
      headers: {
        authorization: 'Bearer t0',
        'content-type': 'application/json',
      },
    });
    expect(JSON.parse(received[0].body)).toEqual(body);
  });

  it('rejects with the sentence of the server', async () => {
    answers(409, {
      error: { name: 'ConflictError', message: 'INC-1 is resolved already' },
      request: { method: 'POST', url: '/incidents/INC-1/actions' },
      response: { statusCode: 409 },
    });
    await expect(
      aClient().actOnIncident({
        params: { key: 'INC-1' },
        body: { action: 'resolve' },
      }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      body: { error: { message: 'INC-1 is resolved already' } },
    });
  });

  it('rejects when something between answers no JSON', async () => {
    answer = response => response.writeHead(502).end('<h1>Bad gateway</h1>');
    await expect(aClient().getOverview()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 502,
    });
  });

  it('gives up when the caller does', async () => {
    answer = () => {};
    const calling = new AbortController();
    const answered = aClient().getOverview({}, { signal: calling.signal });
    calling.abort();
    await expect(answered).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('reads what is a file as the text that it is', async () => {
    answer = response => {
      response.writeHead(200, { 'Content-Type': 'text/csv' });
      response.end('a,b\r\n');
    };
    const text = await aClient().exportOnCallShifts({
      query: { schedule: 'till' },
    });
    expect(text).toBe('a,b\r\n');
    expect(received[0].url).toBe(
      '/api/incidents/oncall/load.csv?schedule=till',
    );
  });

  it('goes through the fetch of the portal', async () => {
    const fetched = jest.fn(fetch);
    await aClient({ fetch: fetched }).listAlerts();
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('a receipt', () => {
  it.each([
    ['opened', true],
    ['repeated', true],
    ['acknowledged', true],
    ['resolved', true],
    ['unchanged', false],
  ] as const)(
    'of an alert that became %s changed something: %s',
    (became, changed) => {
      expect(changedSomething({ fingerprint: 'f1', became, reason: '' })).toBe(
        changed,
      );
    },
  );
});
