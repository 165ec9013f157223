import { ConfigReader } from '@backstage/config';
import { readEmail } from './emailSettings';
import { readLinks } from './linkSettings';

const from = 'Incidents <incidents@example.com>';
const line = 'incidents.escalation';
const email = (about: object) =>
  readEmail(new ConfigReader({ email: about } as never), line);
const links = (about: object) =>
  readLinks(new ConfigReader({ acknowledgeLinks: about } as never), line);
const usual = { from, requireTls: true, language: 'en' };

describe('how mails are sent, as config says it', () => {
  it('is not said', () => {
    expect(readEmail(new ConfigReader({}), line)).toBeUndefined();
    expect(readEmail(undefined, line)).toBeUndefined();
  });

  it.each<[object, object]>([
    [
      { host: 'mail.example' },
      { host: 'mail.example', port: 587, secure: false },
    ],
    [
      { host: 'mail.example', secure: true, user: 'u', pass: 'p' },
      {
        ...{ host: 'mail.example', port: 465, secure: true },
        login: { user: 'u', pass: 'p' },
      },
    ],
    [
      { url: 'smtps://u%40x:p%2Fw@mail.example' },
      {
        ...{ host: 'mail.example', port: 465, secure: true },
        login: { user: 'u@x', pass: 'p/w' },
      },
    ],
    [
      { url: 'smtp://[::1]:2525', requireTls: false, replyTo: 'a@b.example' },
      {
        ...{ host: '::1', port: 2525, secure: false, requireTls: false },
        replyTo: 'a@b.example',
      },
    ],
  ])('as %j', (said, read) => {
    expect(email({ from, ...said })).toEqual({ ...usual, ...read });
  });

  it.each([
    [{ host: 'm', user: 'u' }, `${line}.email must have both user and pass`],
    [{ host: 'm', port: 70_000 }, `${line}.email.port must be from 1`],
    [{ url: 'http://u:secret@m' }, `${line}.email.url must begin with smtp://`],
    [{ url: 'secret' }, `${line}.email.url must begin with smtp://`],
    [{ host: 'm', language: 'fr' }, `${line}.email.language must be one of en`],
    [{ host: 'm', from: 'nobody' }, `${line}.email.from must be an address`],
    [{ host: 'm', from: 'a@b.c, d@e.f' }, `${line}.email.from must be`],
    [{ host: 'm', replyTo: '@' }, `${line}.email.replyTo must be an address`],
  ])('is refused as %j', (wrong, sentence) => {
    const read = () => email({ from, ...wrong });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow('secret');
  });
});

describe('links that acknowledge, as config says it', () => {
  const keys = ['k'.repeat(32), 'o'.repeat(40)];

  it('are there where there are keys, for a day', () => {
    expect(links({ keys })).toEqual({ keys, validFor: 86_400_000 });
    expect(links({ keys, validFor: '2h' })?.validFor).toBe(7_200_000);
    expect(readLinks(new ConfigReader({}), line)).toBeUndefined();
  });

  it.each([
    [{ keys: [] }, `${line}.acknowledgeLinks.keys must be one key or more`],
    [{ keys: ['short'] }, 'each of 32 characters or more'],
    [{ keys, validFor: '8d' }, 'validFor must be from a minute to seven days'],
    [{ keys, validFor: 'soon' }, `${line}.acknowledgeLinks.validFor: `],
  ])('are refused as %j', (wrong, sentence) => {
    expect(() => links(wrong)).toThrow(sentence);
  });
});
