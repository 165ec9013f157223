import { slipsOf } from './slipsOf';

describe('words that differ by a slip', () => {
  it.each([
    ['nothing', 'checkout', 'checkout', true],
    ['a letter that was left out', 'chekout', 'checkout', true],
    ['a letter that was replaced', 'chackout', 'checkout', true],
    ['letters that were swapped', 'chekcout', 'checkout', true],
    ['a letter, in another script', '決済サービス', '決済サーヒス', true],
    ['two letters', 'chakcut', 'checkout', false],
    ['a letter, but are short', 'cart', 'card', false],
    ['a letter, but one is short', 'card', 'cards', true],
    ['everything', 'checkout', 'ledger', false],
    ['nothing, but are too long', 'x'.repeat(61), 'x'.repeat(61), false],
  ])('in %s: %s, %s', (_, a, b, expected) => {
    const known = new Set(slipsOf(a));
    expect(slipsOf(b).some(slip => known.has(slip))).toBe(expected);
  });
});
