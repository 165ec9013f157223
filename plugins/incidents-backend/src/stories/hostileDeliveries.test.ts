import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

jest.setTimeout(60_000);

const maxBytes = 300_000;
/** Milliseconds after which a sender counts as left alone; not a measurement. */
const patience = 5_000;
const door = '/api/incidents/webhooks/generic';
const bearer = 'Bearer test-token';

const alert = { title: 'Queue stands still', labels: { service: 'checkout' } };
const text = JSON.stringify(alert);
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

type Delivery = { body: string | Buffer; headers?: Record<string, string> };

const gzipped = (body: string | Buffer) => ({
  body,
  headers: { 'Content-Encoding': 'gzip' },
});
const typed = (type: string) => ({
  body: text,
  headers: { 'Content-Type': type },
});

const understood: Record<string, Delivery> = {
  'a body that claims to be text': typed('text/plain'),
  'a body that claims to be a form': typed('application/x-www-form-urlencoded'),
  'a body of no type': typed(''),
  'a byte order mark': { body: `\uFEFF${text}` },
  'a compressed body': gzipped(gzipSync(text)),
  'NUL in title, name and value': {
    body: '{"title":"a\\u0000b","labels":{"service":"checkout","\\u0000":"\\u0000"}}',
  },
  'halves of characters': {
    body: '{"title":"\\ud83d","labels":{"a":"\\udd25"},"dedupKey":"\\ud800"}',
  },
  'bytes that are no UTF-8': {
    body: Buffer.from('{"title":"caf\xe9"}', 'latin1'),
  },
  'labels named like parts of the language': {
    body: '{"title":"x","labels":{"__proto__":"a","constructor":"b","toString":"c"}}',
  },
  'a deep nest in a field that nobody reads': {
    body: `{"title":"deep","more":${deep}}`,
  },
  'a deep nest as the value of a label': {
    body: `{"title":"deep","labels":{"service":${deep}}}`,
  },
};

const notJson = /^The body is not JSON: .+/;
const notGeneric = /^This is not what Generic JSON sends: .+ must be .+/;
const tooLarge =
  'The body is larger than 300000 bytes, which is incidents.webhooks.maxBytes';
const unreadable = /^The body cannot be read: .+/;

const refused: Record<string, [number, RegExp | string, Delivery]> = {
  'a form': [400, notJson, { body: 'status=firing&title=x' }],
  'half of a JSON': [400, notJson, { body: text.slice(0, -5) }],
  'NUL between the letters': [
    400,
    notJson,
    { body: Buffer.from(text, 'utf16le') },
  ],
  nothing: [400, 'The body is empty', { body: '' }],
  blanks: [400, 'The body is empty', { body: ' \n\t' }],
  null: [400, notGeneric, { body: 'null' }],
  'a number': [400, notGeneric, { body: '7' }],
  'a deep nest': [400, notGeneric, { body: deep }],
  'a deep nest where labels belong': [
    400,
    notGeneric,
    { body: `{"title":"deep","labels":${deep}}` },
  ],
  'a body that is too large': [
    413,
    tooLarge,
    { body: 'x'.repeat(maxBytes + 1) },
  ],
  'a small body that unpacks to a huge one': [
    413,
    tooLarge,
    gzipped(gzipSync(' '.repeat(20_000_000))),
  ],
  'a body that is not as compressed as it claims': [
    400,
    unreadable,
    gzipped(text),
  ],
  'a compression that nobody knows': [
    415,
    unreadable,
    { body: text, headers: { 'Content-Encoding': 'zebra' } },
  ],
};

const basic = (login: string) =>
  `Basic ${Buffer.from(login).toString('base64')}`;

const admitted: Record<string, [string, string?]> = {
  'a bearer token': [door, bearer],
  'the token that is being replaced': [door, 'Bearer old-token'],
  'a Basic password, whatever the user': [door, basic('anyone:test-token')],
  'a Basic password without a user': [door, basic(':old-token')],
  'the last part of the address': [`${door}/test-token`],
  'the last part of the address, encoded': [`${door}/%74est-token`],
};

const strangers: Record<string, [number, string, string?]> = {
  'no token': [401, door],
  'a wrong token': [401, door, 'Bearer wrong'],
  'an empty token': [401, door, 'Bearer '],
  'the start of a token': [401, door, 'Bearer test-toke'],
  'the token as Basic user': [401, door, basic('test-token:')],
  'a Basic password that is no base64': [401, door, 'Basic %%%'],
  'a wrong last part of the address': [401, `${door}/wrong`],
  'a last part that cannot be decoded': [400, `${door}/%E0%A4%A`],
  'an unknown integration': [404, door.replace('generic', 'nobody'), bearer],
  'a name of the language as integration': [
    404,
    door.replace('generic', '__proto__'),
    bearer,
  ],
};

const engines = openEngines();

describe.each(engines.ids)('the door for monitors, on %s', engine => {
  let h: House;
  beforeAll(async () => {
    const knex = await engines.migrated(engine);
    h = await house({ knex, config: { webhooks: { maxBytes } } });
  });
  afterAll(() => h.stop());

  const send = (
    path: string,
    { body, headers }: Delivery,
    authorization?: string,
  ) =>
    h.agent
      .post(path)
      .set({ 'Content-Type': 'application/json', ...headers })
      .set(authorization ? { Authorization: authorization } : {})
      .timeout(patience)
      // As it is: superagent would make JSON of it.
      .serialize(raw => raw)
      .send(body);
  const deadLetters = async () =>
    (await h.get('/dead-letters?limit=1')).body as {
      items: Array<{ reason: string; integration: string; body: string }>;
      totalItems: number;
    };

  it.each(Object.entries(understood))('takes %s', async (_, delivery) => {
    const { totalItems } = await deadLetters();
    const { status, body } = await send(door, delivery, bearer);
    expect({ status, body }).toEqual({
      status: 202,
      body: {
        alerts: [expect.objectContaining({ alertId: expect.any(String) })],
      },
    });
    expect((await deadLetters()).totalItems).toBe(totalItems);
  });

  it.each(Object.entries(refused))(
    'refuses %s and keeps it as a dead letter',
    async (_, [expected, sentence, delivery]) => {
      const before = await deadLetters();
      await h.waits({ seconds: 1 });
      const { status, body } = await send(door, delivery, bearer);
      expect({ status, message: body.error?.message }).toEqual({
        status: expected,
        message: expect.stringMatching(sentence),
      });
      const { items, totalItems } = await deadLetters();
      expect(totalItems).toBe(before.totalItems + 1);
      expect(items[0]).toMatchObject({
        integration: 'generic',
        reason: body.error.message,
      });
    },
  );

  it.each(Object.entries(admitted))('knows %s', async (_, [path, header]) => {
    const { status } = await send(path, { body: text }, header);
    expect(status).toBe(202);
  });

  it.each(Object.entries(strangers))(
    'keeps nothing of a sender with %s, even of a body that it would not read',
    async (_, [expected, path, header]) => {
      const { totalItems } = await deadLetters();
      for (const body of [text, 'x'.repeat(maxBytes + 1)]) {
        const answer = await send(path, { body }, header);
        expect(answer.status).toBe(expected);
        expect(answer.body.error.message).toMatch(/\w+ \w+/);
      }
      expect((await deadLetters()).totalItems).toBe(totalItems);
    },
  );

  it('keeps what it got of a sender that hangs up half-way', async () => {
    const { totalItems } = await deadLetters();
    await h.waits({ seconds: 1 });
    const { port } = new URL(h.agent.get('/').url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = [
      `POST ${door} HTTP/1.1`,
      'Host: localhost',
      `Authorization: ${bearer}`,
      'Content-Length: 1000',
    ];
    await new Promise(sent =>
      socket.write(`${head.join('\r\n')}\r\n\r\n${text}`, sent),
    );
    socket.destroy();
    for (let i = 0; i < 100; i++) {
      if ((await deadLetters()).totalItems > totalItems) break;
      await sleep(50);
    }
    expect(await deadLetters()).toMatchObject({
      totalItems: totalItems + 1,
      items: [{ reason: 'The body cannot be read: request aborted' }],
    });
  });
});
