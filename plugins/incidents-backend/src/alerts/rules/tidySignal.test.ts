import { aSignal } from '../../testing/aSignal';
import { tidySignal } from './tidySignal';

const now = new Date('2026-11-20T03:00:00.000Z');
const hour = 60 * 60 * 1000;
const digest = (text: string) => `digest of ${text.length}`;
const tidy = (about: Parameters<typeof aSignal>[0]) =>
  tidySignal(aSignal(about), now, digest);

describe('a signal that is kept', () => {
  it('stays as it is when nothing is wrong with it', () => {
    const signal = aSignal({
      description: '5 %',
      severity: 'critical',
      entityRef: 'component:default/checkout',
      links: [
        { title: 'Runbook', url: 'https://wiki.example', type: 'runbook' },
      ],
      startedAt: new Date(now.getTime() - hour),
      resolvedAt: now,
    });
    expect(tidySignal(signal, now, digest)).toEqual(signal);
  });

  it.each([
    ['NUL', 'a\u0000b', 'ab'],
    ['half a character', 'a\ud83db', 'a\uFFFDb'],
    ['a whole character of two halves', 'a🔥b', 'a🔥b'],
    ['501 characters', 'x'.repeat(501), `${'x'.repeat(499)}…`],
    [
      'a character cut in the middle',
      `${'x'.repeat(498)}🔥🔥`,
      `${'x'.repeat(498)}\uFFFD…`,
    ],
    ['blanks around it', '  CPU  ', 'CPU'],
    ['nothing', '', 'Alert without a title'],
    ['nothing but NUL', '\u0000', 'Alert without a title'],
  ])('has a title that was sent with %s', (_, title, kept) => {
    expect(tidy({ title }).title).toBe(kept);
  });

  it.each([
    ['description', 10_000],
    ['severity', 100],
    ['entityRef', 255],
  ] as const)('has a %s of at most %d characters', (field, length) => {
    const kept = tidy({ [field]: 'x'.repeat(length + 1) })[field];
    expect(kept).toBe(`${'x'.repeat(length - 1)}…`);
    expect(tidy({ [field]: 'a\u0000b' })[field]).toBe('ab');
    expect(tidy({ [field]: undefined })[field]).toBeUndefined();
  });

  it('has a fingerprint that is shortened without making strangers equal', () => {
    expect(tidy({ fingerprint: 'x'.repeat(255) }).fingerprint).toHaveLength(
      255,
    );
    expect(tidy({ fingerprint: 'x'.repeat(256) }).fingerprint).toBe(
      'digest of 256',
    );
    expect(tidy({ fingerprint: 'a\u0000b' }).fingerprint).toBe('ab');
  });

  it('has a hundred labels at most, each within bounds', () => {
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, i) => [`l${i}`, 'v']),
    );
    expect(Object.keys(tidy({ labels: many }).labels)).toHaveLength(100);
    const labels = {
      ['n'.repeat(201)]: 'v'.repeat(2_001),
      'a\u0000': '\u0000',
    };
    expect(tidy({ labels }).labels).toEqual({
      [`${'n'.repeat(199)}…`]: `${'v'.repeat(1_999)}…`,
      a: '',
    });
  });

  it('has labels under names of the language', () => {
    const labels = JSON.parse('{"__proto__":"a","constructor":"b"}');
    expect(JSON.stringify(tidy({ labels }).labels)).toBe(
      '{"__proto__":"a","constructor":"b"}',
    );
  });

  it('has twenty links at most, and none that is too long to lead anywhere', () => {
    const link = (url: string) => ({
      title: 't'.repeat(201),
      url,
      type: 'other' as const,
    });
    const long = link(`https://wiki.example/${'x'.repeat(2_000)}`);
    const links = [
      long,
      ...Array.from({ length: 25 }, (_, i) => link(`https://w.example/${i}`)),
    ];
    const kept = tidy({ links }).links;
    expect(kept).toHaveLength(20);
    expect(kept[0]).toEqual({
      ...{ title: `${'t'.repeat(199)}…`, url: 'https://w.example/0' },
      type: 'other',
    });
  });

  it.each([
    ['now', 0, true],
    ['an hour ago', -hour, true],
    ['nine years ago', -9 * 365 * 24 * hour, true],
    [
      'eleven years ago, as year 1 of a monitor that does not know',
      -11 * 365 * 24 * hour,
      false,
    ],
    ['in an hour, by a clock that is ahead', hour, true],
    ['the day after tomorrow', 48 * hour, false],
    ['never, a date that is none', NaN, false],
  ])('believes an instant %s', (_, distance, believed) => {
    const date = new Date(now.getTime() + distance);
    const { startedAt, resolvedAt } = tidy({
      startedAt: date,
      resolvedAt: date,
    });
    expect([startedAt, resolvedAt]).toEqual(
      believed ? [date, date] : [undefined, undefined],
    );
  });
});
