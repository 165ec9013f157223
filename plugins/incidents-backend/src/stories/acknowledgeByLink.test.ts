import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { hash } from 'node:crypto';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { linkIn, mailServer, type MailServer } from '../testing/mailServer';
import { aSchedule, companyOnCall, twoSteps } from '../testing/pager';
import { recordingAuditor } from '../testing/recordingAuditor';

const engines = openEngines();
const key = 'a-key-that-nobody-can-guess-at-all';

describe.each(engines.ids)('a mail by which one acknowledges, on %s', id => {
  let knex: Knex;
  let post: MailServer;
  let audit: ReturnType<typeof recordingAuditor>;
  const houses: House[] = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
    post = await mailServer();
    audit = recordingAuditor();
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
    await post.close();
  });

  async function open(acknowledgeLinks: object | 'none' = { keys: [key] }) {
    const { auditor } = audit;
    const h = await house({
      ...{ knex, entities: companyOnCall() },
      config: {
        escalation: {
          ...{ policies: [twoSteps], email: post.config },
          ...(acknowledgeLinks !== 'none' && { acknowledgeLinks }),
        },
      },
      features: [
        aSchedule(),
        createServiceFactory({
          ...{ service: coreServices.auditor, deps: {} },
          factory: () => auditor,
        }),
      ],
    });
    houses.push(h);
    return h;
  }
  /** Ada has been called and did not answer, Bo has been called. */
  async function bothCalled() {
    const h = await open();
    await h.fires('Checkout <5xx>');
    await h.waits({});
    await h.waits({ minutes: 5 });
    const [forAda, forBo] = post.letters.map(linkIn);
    return { h, forAda, forBo };
  }
  const look = (h: House, link: string) =>
    h.agent.get(link).set('Accept-Language', 'en');
  const press = (h: House, link: string) =>
    h.agent.post(link).set('Accept-Language', 'en');
  const page = async (h: House) =>
    (await h.get('/incidents/INC-1/pages')).body.items[0];
  const lines = async (h: House, kind: string) =>
    (await h.story('INC-1')).split('\n').filter(line => line.includes(kind));

  it('reaches each person at their own address, with a link of their own', async () => {
    const { forAda, forBo } = await bothCalled();
    expect(post.letters.map(({ to }) => to?.[0].address)).toEqual([
      ...['ada@shop.example', 'bo@shop.example'],
    ]);
    expect(forAda).toMatch(/^\/api\/incidents\/answers\/[\w.-]+$/);
    expect(forBo).not.toBe(forAda);
  });

  it('to look at it changes nothing, however often and by whatever method', async () => {
    const { h, forBo } = await bothCalled();
    for (let i = 0; i < 5; i++) {
      const { status, text, headers } = await look(h, forBo);
      expect(status).toBe(200);
      expect(text).toContain('<form method="post"><button>I am on it</button>');
      expect(text).toContain('Checkout &lt;5xx&gt;');
      expect(text).not.toMatch(/<script|onload/);
      expect(headers).toMatchObject({
        ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
        'content-security-policy':
          expect.stringContaining("default-src 'none'"),
      });
      // A browser leaves out a style that the policy does not name.
      const [, style = ''] = /<style>(.*)<\/style>/s.exec(text) ?? [];
      expect(headers['content-security-policy']).toContain(
        `'sha256-${hash('sha256', style, 'base64')}'`,
      );
    }
    await h.agent.head(forBo).expect(200);
    await h.agent.put(forBo).expect(200);
    expect((await page(h)).status).toBe('waiting');
    expect(audit.events.map(({ eventId }) => eventId)).not.toContain(
      'pages-acknowledge-by-link',
    );
  });

  it('the button acknowledges as that person, without a login, once', async () => {
    const { h, forAda, forBo } = await bothCalled();
    const { status, text } = await press(h, forBo);
    expect([status, text]).toEqual([
      200,
      expect.stringContaining('You are on it'),
    ]);
    expect(await lines(h, 'page.acknowledged')).toEqual([
      '03:05:00 | page.acknowledged | user:default/bo | user:default/bo is on it (by e-mail link)',
    ]);
    expect((await h.incident('INC-1')).status).toBe('investigating');
    for (const link of [forBo, forAda]) {
      const again = await press(h, link);
      expect([again.status, again.text]).toEqual([
        200,
        expect.stringContaining('Bo is on it since 2026-11-20 03:05 UTC'),
      ]);
      expect((await look(h, link)).text).not.toContain('<form');
    }
    await h.waits({ minutes: 20 });
    expect(post.letters).toHaveLength(2);
    expect(await lines(h, 'page.acknowledged')).toHaveLength(1);
    const told = audit.events.filter(
      ({ eventId }) => eventId === 'pages-acknowledge-by-link',
    );
    expect(told.map(({ outcome }) => outcome)).toEqual([
      ...['success', 'failure', 'failure'],
    ]);
  });

  it('pressed on two replicas at once it is used once', async () => {
    const { h, forBo } = await bothCalled();
    const other = await open();
    other.passes({ minutes: 5 });
    const answers = await Promise.all(
      [h, other, h, other].map(one => press(one, forBo)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const done = answers.filter(({ text }) => text.includes('You are on it'));
    expect(done).toHaveLength(1);
    expect(await lines(h, 'page.acknowledged')).toHaveLength(1);
    expect(await lines(h, 'incident.moved')).toHaveLength(1);
  });

  it('a link that was used does not work again once people are called anew; the new mail has a new one', async () => {
    const { h, forBo } = await bothCalled();
    await press(h, forBo);
    await h.post('/incidents/INC-1/pages/hand-on', {}, 'user:default/bo');
    await h.waits({});
    const again = await press(h, forBo);
    expect([again.status, again.text]).toEqual([
      410,
      expect.stringContaining('This link was used already'),
    ]);
    expect((await page(h)).status).toBe('waiting');
    await h.waits({ minutes: 10 });
    const latest = linkIn(post.letters.at(-1)!);
    expect((await press(h, latest)).text).toContain('You are on it');
  });

  it('says that its time is over, or that nobody is called any more', async () => {
    const { h, forAda, forBo } = await bothCalled();
    h.passes({ hours: 24 });
    for (const ask of [look, press]) {
      const { status, text } = await ask(h, forAda);
      expect([status, text]).toEqual([
        410,
        expect.stringContaining('This link has expired'),
      ]);
    }
    expect((await page(h)).status).not.toBe('acknowledged');
    await h.post('/incidents/INC-1/actions', { action: 'mitigate' });
    await h.waits({});
    const { status, text } = await press(h, forBo);
    expect([status, text]).toEqual([
      410,
      expect.stringContaining('INC-1 is mitigated.'),
    ]);
  });

  it.each([
    'x',
    '%00',
    '%E0%A4%A',
    '..%2F..%2Fhealthcheck',
    `${'a'.repeat(3_000)}.${'b'.repeat(43)}`,
    '火',
  ])('%s leads nowhere, and breaks nothing', async token => {
    const h = await open();
    for (const method of ['get', 'post'] as const) {
      const path = `/api/incidents/answers/${
        token === '火' ? encodeURIComponent(token) : token
      }`;
      const { status } = await h.agent[method](path);
      expect([400, 404]).toContain(status);
    }
  });

  it('speaks the language of who opens it', async () => {
    const { h, forBo } = await bothCalled();
    const { text } = await h.agent
      .get(forBo)
      .set('Accept-Language', 'ja,en;q=0.5');
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('対応しますか？');
  });

  it('opened too often it is refused for a minute', async () => {
    const { h, forBo } = await bothCalled();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await look(h, forBo)).status);
    expect(statuses.at(-1)).toBe(429);
    h.passes({ minutes: 1 });
    expect((await press(h, forBo)).text).toContain('You are on it');
  });

  it('works on while its key is replaced, and not once the key is gone', async () => {
    const { forAda, forBo } = await bothCalled();
    const newKey = 'another-key-that-nobody-can-guess';
    const without = await open({ keys: [newKey] });
    expect((await look(without, forAda)).status).toBe(404);
    const rotating = await open({ keys: [newKey, key] });
    rotating.passes({ minutes: 5 });
    expect((await press(rotating, forBo)).text).toContain('You are on it');
  });

  it('without keys mails lead to the portal alone', async () => {
    const h = await open('none');
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(post.letters[0].text).toContain('/incidents/INC-1#paged');
    expect(linkIn(post.letters[0])).toBe('');
  });
});
