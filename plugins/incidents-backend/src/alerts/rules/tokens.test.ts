import { presentedTokens, sameSecret } from './tokens';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the tokens that a request carries', () => {
  it.each([
    ['as Bearer', 'Bearer t0ken', undefined, ['t0ken']],
    ['as bearer', 'bearer t0ken ', undefined, ['t0ken']],
    ['as Basic password', basic('prometheus:t0ken'), undefined, ['t0ken']],
    ['as password without a user', basic(':t0ken'), undefined, ['t0ken']],
    ['with colons in it', basic('user:to:k:en'), undefined, ['to:k:en']],
    ['in the address', undefined, 't0ken', ['t0ken']],
    ['twice', 'Bearer b', 'a', ['a', 'b']],
    ['not at all', undefined, undefined, []],
    ['empty', '', '', []],
    ['as Bearer without one', 'Bearer', undefined, []],
    ['as Bearer of two words', 'Bearer a b', undefined, []],
    ['as a user without a password', basic('t0ken'), undefined, []],
    ['as a user with an empty password', basic('t0ken:'), undefined, []],
    ['by a scheme of its own', 'Token t0ken', undefined, []],
    ['as base64 that is none', 'Basic ???', undefined, []],
  ])('%s', (_, authorization, inPath, tokens) => {
    expect(presentedTokens(authorization, inPath)).toEqual(tokens);
  });
});

describe('a secret', () => {
  it.each([
    ['t0ken', 't0ken', true],
    ['t0ken', 'T0ken', false],
    ['t0ken', 't0ken ', false],
    ['', 't0ken', false],
    ['t0ken', '', false],
    ['x'.repeat(100_000), 't0ken', false],
    ['パスワード', 'パスワード', true],
  ])('%.20j and %j are the same: %s', (given, expected, same) => {
    expect(sameSecret(given, expected)).toBe(same);
  });
});
