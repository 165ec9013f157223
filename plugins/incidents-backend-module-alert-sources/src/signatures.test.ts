import { createHmac } from 'node:crypto';
import {
  headerValues,
  hmacMatches,
  isRecent,
  secretMatches,
} from './signatures';

const body = Buffer.from('{"title":"検索APIの応答が遅い"}');
const secret = 'correct horse';

function signed(encoding: 'hex' | 'base64', algorithm = 'sha256') {
  return createHmac(algorithm, secret).update(body).digest(encoding);
}

describe('the HMAC of a delivery', () => {
  it('is known by a value from elsewhere', () => {
    // RFC 4231, test case 2.
    expect(
      hmacMatches('what do ya want for nothing?', 'Jefe', [
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ]),
    ).toBe(true);
  });

  it.each([
    [[signed('hex')], {}],
    [[signed('hex').toUpperCase()], {}],
    [['00', 'no hex', signed('hex')], {}],
    [[signed('base64')], { encoding: 'base64' as const }],
    [[signed('hex', 'sha1')], { algorithm: 'sha1' as const }],
    [
      [signed('base64', 'sha512')],
      { algorithm: 'sha512' as const, encoding: 'base64' as const },
    ],
  ])('is found among %j in the form %j', (signatures, form) => {
    expect(hmacMatches(body, secret, signatures, form)).toBe(true);
  });

  it.each([
    [[]],
    [['']],
    [['no hex']],
    [[signed('base64')]],
    [[signed('hex', 'sha1')]],
    [[signed('hex').slice(0, 62)]],
    [[signed('hex').replace(/^./, first => (first === '0' ? '1' : '0'))]],
  ])('is not found among %j', signatures => {
    expect(hmacMatches(body, secret, signatures)).toBe(false);
  });

  it('differs by secret and by each byte of the body', () => {
    expect(hmacMatches(body, 'other', [signed('hex')])).toBe(false);
    expect(
      hmacMatches(Buffer.concat([body, Buffer.of(10)]), secret, [
        signed('hex'),
      ]),
    ).toBe(false);
  });
});

describe('a secret sent as it is', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'ab', false],
    ['', 'a', false],
  ])('%p for %p: %p', (given, expected, matches) => {
    expect(secretMatches(given, expected)).toBe(matches);
  });
});

describe('the values of a header', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['v1=a', ['v1=a']],
    ['v1=a, v1=b,', ['v1=a', 'v1=b']],
    [
      ['v1=a,v1=b', 'v1=c'],
      ['v1=a', 'v1=b', 'v1=c'],
    ],
  ])('of %j are %j', (value, values) => {
    const request = { rawBody: body, headers: { 'x-signature': value } };
    expect(headerValues(request, 'x-signature')).toEqual(values);
  });
});

describe('the instant of a signed delivery', () => {
  const now = new Date('2026-11-20T03:00:00Z');
  it.each([
    ['2026-11-20T03:05:00.000Z', true],
    ['2026-11-20T02:55:00.000Z', true],
    ['2026-11-20T03:05:00.001Z', false],
    ['2026-11-20T02:54:59.999Z', false],
    ['nonsense', false],
  ])('%s is recent: %p', (at, recent) => {
    expect(isRecent(new Date(at), now)).toBe(recent);
  });
  it('is not recent when there is none', () => {
    expect(isRecent(undefined, now)).toBe(false);
  });
});
