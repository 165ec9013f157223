import { ageSentence, isDue } from './remoteFreshness';

const now = new Date('2026-11-20T03:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const fare = (about: object) => ({
  ...{ provider: 'rota', target: 'one', triedAt: now },
  ...about,
});
const every = 15 * 60_000;

describe('when a provider is asked again', () => {
  it.each([
    ['at once, when it never was', undefined, true],
    ['not in the same minute', fare({ triedAt: ago(1) }), false],
    [
      'not before four fifths of the interval',
      fare({ triedAt: ago(11) }),
      false,
    ],
    ['when the interval is over', fare({ triedAt: ago(15) }), true],
    ['soon, when it failed', fare({ triedAt: ago(2), failure: 'no' }), true],
    [
      'not at once, when it failed',
      fare({ triedAt: ago(1), failure: 'no' }),
      false,
    ],
  ])('%s', (_, known, due) => {
    expect(isDue(known, every, now)).toBe(due);
  });

  it('a hundred targets are not asked in one and the same minute', () => {
    const dueAfter = (target: string) => {
      for (let minutes = 0; ; minutes++) {
        const known = fare({ target, triedAt: ago(minutes) });
        if (isDue(known, every, now)) return minutes;
      }
    };
    const all = Array.from({ length: 100 }, (_, i) => dueAfter(`t${i}`));
    expect(new Set(all)).toEqual(new Set([12, 13, 14, 15]));
  });
});

describe('what is said of the age of an answer', () => {
  it.each([
    ['nothing while it is fresh', { readAt: ago(20) }, undefined],
    [
      'since when nobody asked',
      { readAt: ago(50) },
      'Rota was asked 50 minutes ago, and not since then.',
    ],
    [
      'since when it fails, and why',
      { readAt: ago(185), failure: 'it answers 503', failingSince: ago(170) },
      'Rota has not answered for 3 hours 5 minutes; this is what it said then. It fails: it answers 503.',
    ],
    [
      'no seconds',
      { readAt: ago(0.5), failure: 'no', failingSince: now },
      'Rota has not answered for 1 minute; this is what it said then. It fails: no.',
    ],
  ])('%s', (_, known, sentence) => {
    const said = ageSentence(
      'Rota',
      { triedAt: now, ...known },
      { every, now },
    );
    expect(said).toBe(sentence);
  });
});
