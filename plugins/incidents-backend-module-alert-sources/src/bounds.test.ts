import { alertmanager } from './alertmanager';
import { bounded, bounds, firstText } from './bounds';
import { generic } from './generic';
import { boundedLabels, readLabels } from './labels';

describe('a bounded text', () => {
  it.each([
    ['short', 10, 'short'],
    ['a\0b', 10, 'ab'],
    ['a\ud800b', 10, 'a\ufffdb'],
    ['🔥🔥🔥', 6, '🔥🔥🔥'],
    ['🔥🔥🔥', 5, '🔥🔥…'],
    ['🔥🔥🔥', 4, '🔥…'],
    ['0123456789', 5, '0123…'],
  ])('makes of %j in %i units %j', (text, max, kept) => {
    expect(bounded(text, max)).toBe(kept);
  });

  it('is the first that is not blank', () => {
    expect(firstText(9, undefined, null, ' ', '\0', ' a ')).toBe('a');
    expect(firstText(9)).toBeUndefined();
  });
});

describe('labels', () => {
  it('are texts, whatever scalars were sent', () => {
    expect(
      readLabels({ a: 'x', b: 1.5, c: true, d: null, e: [], f: {} }),
    ).toEqual({ a: 'x', b: '1.5', c: 'true' });
    expect(readLabels(null)).toEqual({});
    expect(readLabels(JSON.parse('{"__proto__": "x"}'))).toEqual({});
  });

  it('are at most a hundred, with names and values of bounded length', () => {
    const many = Array.from({ length: 150 }, (_, n) => [
      `${n}-${'n'.repeat(300)}`,
      'v'.repeat(3_000),
    ]);
    const kept = Object.entries(boundedLabels(Object.fromEntries(many)));
    expect(kept).toHaveLength(100);
    expect(kept[0][0]).toHaveLength(bounds.labelName);
    expect(kept[0][1]).toHaveLength(bounds.labelValue);
  });
});

describe.each([alertmanager, generic])('a hostile payload to $id', source => {
  // A little more than webhooks let in.
  const length = 4_500_000;
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']));
  const long = 'x'.repeat(length);
  const alert = { title: long, status: 'firing', dedupKey: long };

  it.each([
    ['one long text', { ...alert, annotations: { summary: long } }],
    ['many labels', { ...alert, labels: many(length / 15) }],
    ['a long label', { ...alert, labels: { severity: long } }],
    ['a long address', { ...alert, runbookUrl: `https://${long}` }],
    ['a long date', { ...alert, startsAt: `2026-${'0'.repeat(length)}` }],
    ['many links', { ...alert, links: Array(length / 4).fill({ url: long }) }],
    ['broken emoji', { ...alert, labels: { a: '\ud800'.repeat(length) } }],
    ['nothing but NUL', { ...alert, title: '\0'.repeat(length) }],
    ['many wrong alerts', undefined],
  ])('of %s is read or refused, and cut', (_, hostile) => {
    const parsed = source.payload.safeParse({
      alerts: hostile ? [hostile] : Array(length / 2).fill(0),
    });
    const signals = parsed.success ? source.toSignals(parsed.data) : [];
    for (const signal of signals) {
      expect(JSON.stringify(signal).length).toBeLessThan(300_000);
    }
  });
});
