import { matchesGlob } from './matchesGlob';

describe('matchesGlob', () => {
  it.each([
    ['CheckoutDown', 'CheckoutDown'],
    ['checkoutdown', 'CheckoutDown'],
    ['Checkout*', 'CheckoutErrorRateHigh'],
    ['Checkout*', 'Checkout'],
    ['*Rate*', 'CheckoutErrorRateHigh'],
    ['*High', 'CheckoutErrorRateHigh'],
    ['Checkout?own', 'CheckoutDown'],
    ['*', ''],
    ['**', 'anything'],
    ['HTTP * on *', 'HTTP 5xx/min on /pay'],
    ['[prod] checkout*', '[prod] checkout is down'],
    ['支払い*', '支払い遅延'],
    ['a*b*c', 'aXbYbZc'],
    ['?', '🔥'],
  ])('%s fits %s', (pattern, name) => {
    expect(matchesGlob(pattern, name)).toBe(true);
  });

  it.each([
    ['', 'x'],
    ['Checkout', 'CheckoutDown'],
    ['Down', 'CheckoutDown'],
    ['Checkout?', 'Checkout'],
    ['a*b', 'abc'],
    ['[prod]', 'p'],
    ['{a,b}', 'a'],
  ])('%s does not fit %s', (pattern, name) => {
    expect(matchesGlob(pattern, name)).toBe(false);
  });

  it('comes to an end with a pattern that stalls regular expressions', () => {
    expect(matchesGlob(`${'*a'.repeat(100)}*b`, 'a'.repeat(500))).toBe(false);
  });
});
