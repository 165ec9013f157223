import { followUps } from './followUps';
import type { KeptNotice } from './notice';

const now = new Date('2026-11-20T03:05:00.000Z');
let made = 0;

function told(about: Partial<KeptNotice> = {}): KeptNotice {
  return {
    ...{ id: 'n1', pageId: 'p1', round: 1, step: 0, episode: 1 },
    ...{ urgency: 'page', target: 'channel of loud', notifier: 'loud' },
    ...{ settings: { service: 'shop' }, state: 'sent', attempts: 1 },
    ...{ createdAt: now, ...about },
  };
}

const after = (all: KeptNotice[], episode = 1) =>
  followUps(
    all,
    { episode },
    {
      ...{ news: 'over', now, newId: () => `f${made++}` },
      follows: notifier => notifier === 'loud',
    },
  );

describe('who hears what became of a page', () => {
  it('is whoever was told, by the same way and with the same settings', () => {
    expect(after([told()])).toEqual([
      {
        ...{ id: 'f0', pageId: 'p1', round: 1, episode: 1, urgency: 'over' },
        ...{ target: 'channel of loud', notifier: 'loud' },
        ...{ settings: { service: 'shop' }, state: 'due', attempts: 0 },
        ...{ createdAt: now, dueAt: now },
      },
    ]);
  });

  it.each<[string, KeptNotice[], number]>([
    [
      'each once, however often they were told',
      [told(), told({ round: 2 })],
      1,
    ],
    ['each channel', [told(), told({ settings: { service: 'x' } })], 2],
    ['not by ways that do not follow', [told({ notifier: 'portal' })], 0],
    ['not of what never went out', [told({ state: 'due', attempts: 0 })], 0],
    ['of what may have gone out', [told({ state: 'due', attempts: 1 })], 1],
    ['of what is under way', [told({ state: 'sending' })], 1],
    ['not of what was withdrawn', [told({ state: 'withdrawn' })], 0],
    ['not of what failed', [told({ state: 'failed' })], 0],
    ['not of another episode', [told({ episode: 2 })], 0],
    ['of the final alarm', [told({ urgency: 'final' })], 1],
    ['not of news', [told({ urgency: 'answered' })], 0],
  ])('is told %s', (_, all, count) => {
    expect(after(all)).toHaveLength(count);
  });
});
