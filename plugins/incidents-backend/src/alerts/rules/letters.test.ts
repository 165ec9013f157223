import { keepableBody, requestOf, unreadable } from './letters';

const letter = (body: string) => ({
  ...{ id: 'd1', integration: 'p', reason: 'no', body },
  receivedAt: '2026-11-20T03:00:00.000Z',
});

describe('what is kept of a delivery', () => {
  it.each([
    ['a body', '{"a":"ログ 🔥"}'],
    ['a long one', 'x'.repeat(999_999)],
  ])('%s can be read again, byte by byte', (_, body) => {
    const kept = letter(keepableBody(body));
    expect(unreadable(kept)).toBeUndefined();
    expect(requestOf(kept).rawBody).toEqual(Buffer.from(body));
  });

  it.each([
    ['nothing', '', /Nothing/],
    ['a part', 'x'.repeat(1_000_001), /longer/],
    ['without NUL', 'a\u0000b', /NUL/],
  ])('%s cannot', (_, body, why) => {
    expect(unreadable(letter(keepableBody(body)))).toMatch(why);
  });

  it('tells its type, if it had one', () => {
    expect(
      requestOf({ ...letter('x'), contentType: 'text/plain' }).headers,
    ).toEqual({ 'content-type': 'text/plain' });
    expect(requestOf(letter('x')).headers).toEqual({});
  });
});
