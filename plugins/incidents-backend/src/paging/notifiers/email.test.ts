import type { PersonalNotice } from 'backstage-plugin-incidents-node';
import { describeNotifier } from 'backstage-plugin-incidents-node/testing';
import { indexCatalog } from '../../platform/catalogIndex';
import { company } from '../../testing/company';
import { mailServer, type MailServer } from '../../testing/mailServer';
import type { EmailSettings } from '../emailSettings';
import { createEmailNotifier } from './email';

const ada = { ref: 'user:default/ada', displayName: 'Ada, "A." <x>' };
const index = indexCatalog(company(), new Date(0));
const catalog = { index: async () => index } as never;

function notifierOf(server: MailServer, more: Partial<EmailSettings> = {}) {
  const { user, pass, ...config } = server.config as any;
  return createEmailNotifier(
    {
      ...{ ...config, secure: false, language: 'en' },
      ...(user && { login: { user, pass } }),
      ...more,
    },
    { catalog },
  );
}

describeNotifier('email', async () => {
  const server = await mailServer();
  return {
    notifier: notifierOf(server),
    received: () =>
      server.letters.map(({ messageId, subject, text, html }) =>
        [messageId, subject, text, html].join('\n'),
      ),
    person: ada,
    breaks: () => server.refuses(451),
    close: server.close,
  };
});

const notice: PersonalNotice = {
  thread: 'incidents-page-p1-1',
  ...{ idempotencyKey: 'k1', target: 'level 1 (Primary)', urgency: 'page' },
  incident: {
    ...{ key: 'INC-7', severity: 'SEV1', severityRank: 1 },
    title: 'Checkout <b>5xx</b>\r\nBcc: mallory@evil.example 火',
    entityRefs: ['component:default/checkout'],
  },
  ...{ person: ada, settings: {}, round: 1 },
  links: {
    incident: 'https://p.example/incidents/INC-7',
    acknowledge: 'https://p.example/incidents/INC-7#paged',
    acknowledgeOnce: 'https://p.example/api/incidents/answers/secret',
    runbook: { title: 'Run "it"', url: 'javascript:alert(1)' },
  },
};

describe('a mail of a page', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await mailServer();
  });
  afterEach(() => server.close());

  it('goes to the address in the catalog, and says what a monitor says as text', async () => {
    expect(await notifierOf(server).notify(notice)).toEqual({
      ...{ outcome: 'sent', ref: '<k1@portal.example>' },
    });
    const [letter] = server.letters;
    expect(letter.to).toEqual([
      expect.objectContaining({ address: 'ada@shop.example' }),
    ]);
    expect([letter.cc, letter.bcc]).toEqual([undefined, undefined]);
    expect(letter.subject).toBe(
      'You are paged: SEV1 Checkout <b>5xx</b> Bcc: mallory@evil.example 火 (INC-7)',
    );
    expect(letter.html).toContain('Checkout &lt;b&gt;5xx&lt;/b&gt;');
    expect(letter.html).toContain('Run &quot;it&quot;');
    expect(letter.html).not.toContain('href="javascript');
    expect(letter.html).not.toContain('<script');
    expect(letter.html).toContain(notice.links.acknowledgeOnce);
    expect(letter.text).toContain(
      `I am on it: ${notice.links.acknowledgeOnce}`,
    );
    const headers = new Map(
      letter.headers.map(({ key, value }) => [key, value]),
    );
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('references')).toBe('<INC-7.pages@portal.example>');
  });

  it('speaks Japanese where config says so', async () => {
    await notifierOf(server, { language: 'ja' }).notify(notice);
    expect(server.letters[0].subject).toMatch(/^呼び出しです: /);
    expect(server.letters[0].html).toContain('<html lang="ja">');
  });

  it('to a mailing list that a policy names carries no link that answers for somebody', async () => {
    const { person, ...channel } = notice;
    const { acknowledgeOnce, ...links } = notice.links;
    const settings = { to: 'ops@shop.example' };
    const told = { ...channel, links, settings };
    await notifierOf(server).notify(told);
    expect(server.letters[0].to?.[0].address).toBe('ops@shop.example');
    expect(server.letters[0].text).not.toContain('/answers/');
    expect(
      await notifierOf(server).notify({ ...told, settings: {} }),
    ).toMatchObject({ outcome: 'failed', retry: false });
  });

  it.each([
    [421, true],
    [451, true],
    [550, false],
  ])(
    'that the server refuses by %i is tried again: %s',
    async (code, retry) => {
      server.refuses(code);
      const answer = await notifierOf(server).notify(notice);
      expect(answer).toMatchObject({ outcome: 'failed', retry });
      expect(server.letters).toEqual([]);
    },
  );

  it('is not sent in the open unless config says so', async () => {
    const notifier = notifierOf(server, { requireTls: true });
    expect(await notifier.notify(notice)).toMatchObject({ outcome: 'failed' });
    expect(server.letters).toEqual([]);
  });

  it('waits for a server that is away', async () => {
    await server.close();
    expect(await notifierOf(server).notify(notice)).toMatchObject({
      ...{ outcome: 'failed', retry: true },
    });
    server = await mailServer();
  });
});

it('signs in, and keeps the password to itself when that is refused', async () => {
  const login = { user: 'portal', pass: 'a-pass-word' };
  const server = await mailServer(login);
  expect((await notifierOf(server).notify(notice)).outcome).toBe('sent');
  const wrong = { user: 'portal', pass: 'not-the-word' };
  const answer = await notifierOf(server, { login: wrong }).notify(notice);
  expect(answer).toMatchObject({ outcome: 'failed', retry: false });
  expect(JSON.stringify(answer)).not.toContain('not-the-word');
  await server.close();
});

it('reaches whom the catalog, or who named them, knows an address of', async () => {
  const server = await mailServer();
  const { reaches } = notifierOf(server);
  const stranger = { ref: 'user:default/x', displayName: 'X' };
  expect(await reaches(ada)).toBe(true);
  expect(await reaches({ ...stranger, email: 'x@y.example' })).toBe(true);
  expect(await reaches(stranger)).toBe(false);
  await server.close();
});
