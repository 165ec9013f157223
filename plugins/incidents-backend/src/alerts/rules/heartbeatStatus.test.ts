import type { Heartbeat } from 'backstage-plugin-incidents-common';
import { byUrgency, statusOf } from './heartbeatStatus';
import { beginWatch, type Watch } from './overdue';

const start = new Date('2026-11-20T03:00:00.000Z');
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
const pace = { every: 10 * 60_000, grace: 3 * 60_000 };
const watch = (about: Partial<Watch> = {}): Watch => ({
  ...beginWatch(start),
  ...about,
});

describe('a heartbeat', () => {
  it.each<[Heartbeat['status'], Watch, number]>([
    ['awaited', watch(), 0],
    ['awaited', watch(), 10],
    ['late', watch(), 11],
    ['heard', watch({ lastSeenAt: minutes(5) }), 15],
    ['late', watch({ lastSeenAt: minutes(5) }), 16],
    ['missing', watch({ missingSince: minutes(10) }), 13],
    [
      'missing',
      watch({ lastSeenAt: minutes(5), missingSince: minutes(15) }),
      5,
    ],
  ])('is %s (%#)', (status, seen, now) => {
    expect(statusOf(seen, pace, minutes(now))).toBe(status);
  });

  it('stands before those that need nobody', () => {
    const named = (title: string, status: Heartbeat['status']) =>
      ({ title, status } as Heartbeat);
    const sorted = [
      named('d', 'heard'),
      named('b', 'missing'),
      named('c', 'awaited'),
      named('e', 'late'),
      named('a', 'missing'),
    ].sort(byUrgency);
    expect(sorted.map(({ title }) => title)).toEqual(['a', 'b', 'e', 'c', 'd']);
  });
});
