import {
  claim,
  isNeeded,
  isSpent,
  isStepLost,
  settle,
  type KeptNotice,
} from './notice';

const now = new Date('2026-11-20T03:00:00.000Z');
const notice = (about: Partial<KeptNotice> = {}): KeptNotice => ({
  ...{ id: 'n1', pageId: 'p1', round: 1, step: 0, urgency: 'page' },
  episode: 1,
  ...{ target: 'level 1', notifier: 'portal', settings: {} },
  ...{ state: 'due', attempts: 0, createdAt: now, dueAt: now },
  ...about,
});
const busy = { outcome: 'failed', retry: true, reason: 'busy' } as const;

describe('an attempt', () => {
  it('is counted when it begins, and counts as lost after a minute', () => {
    expect(claim(notice({ attempts: 1 }), now)).toEqual({
      ...{ state: 'sending', attempts: 2 },
      dueAt: new Date('2026-11-20T03:01:00.000Z'),
    });
  });

  it('that arrives is over', () => {
    const sent = { outcome: 'sent', ref: 'r1' } as const;
    expect(settle(notice({ attempts: 1 }), sent, now)).toEqual({
      ...{ state: 'sent', sentAt: now, dueAt: undefined, ref: 'r1' },
    });
  });

  it.each([
    [1, 10],
    [2, 20],
    [3, 40],
  ])('that fails as number %i is made again after %i s', (attempts, pause) => {
    const { state, dueAt } = settle(notice({ attempts }), busy, now);
    expect([state, (dueAt!.getTime() - now.getTime()) / 1000]).toEqual([
      ...['due', pause],
    ]);
  });

  it.each([
    ['the fourth', 4, busy],
    ['one that is of no use', 1, { ...busy, retry: false }],
  ])('that fails is not made again after %s', (_, attempts, outcome) => {
    expect(settle(notice({ attempts }), outcome, now)).toEqual({
      ...{ state: 'failed', dueAt: undefined, reason: 'busy' },
    });
  });

  it('is not made a fifth time, though nobody knows what became of the fourth', () => {
    expect([3, 4].map(attempts => isSpent(notice({ attempts })))).toEqual([
      ...[false, true],
    ]);
  });
});

describe('a notice', () => {
  it.each<[string, Partial<KeptNotice>, any, boolean]>([
    ['of a step, while nobody is on it', {}, 'waiting', true],
    ['of a step, once somebody is on it', {}, 'acknowledged', false],
    ['of a step, though all were called', {}, 'exhausted', true],
    ['of what has ended', {}, 'ended', false],
    [
      'that a person asked for, though somebody is on it',
      { step: undefined },
      'acknowledged',
      true,
    ],
    ['that somebody is on it', { urgency: 'answered' }, 'acknowledged', true],
    [
      'that somebody was on it before',
      { urgency: 'answered', episode: 0 },
      'acknowledged',
      false,
    ],
    [
      'that somebody is on it, once it is over',
      { urgency: 'answered' },
      'ended',
      false,
    ],
    ['that it is over, whatever comes', { urgency: 'over' }, 'waiting', true],
    [
      'that nobody answers, once somebody does',
      { step: undefined, urgency: 'final' },
      'acknowledged',
      false,
    ],
  ])('%s', (_, about, status, needed) => {
    expect(isNeeded(notice(about), { status, episode: 1 })).toBe(needed);
  });
});

describe('a step is lost', () => {
  const failed = notice({ state: 'failed' });
  const earlier = new Date('2026-11-20T02:00:00.000Z');

  it.each<[string, KeptNotice[], boolean]>([
    ['when all its notices failed', [failed, failed], true],
    ['not while one is on its way', [failed, notice()], false],
    ['not when one arrived', [failed, notice({ state: 'sent' })], false],
    ['not when it told nobody', [], false],
    ['by its own notices', [failed, notice({ step: 1, state: 'sent' })], true],
    ['by those of its round', [failed, notice({ round: 2 })], true],
    [
      'by those of now, not of before the page was reopened',
      [failed, notice({ state: 'unanswered', createdAt: earlier })],
      true,
    ],
  ])('%s', (_, notices, lost) => {
    expect(isStepLost(notices, { round: 1, step: 1 })).toBe(lost);
  });
});
