import { answerState } from './answerState';
import { builtInPolicy } from './builtInPolicy';
import type { KeptPage } from './page';

const now = new Date('2026-11-20T03:00:00.000Z');
const until = new Date('2026-11-21T03:00:00.000Z');
const bo = { type: 'user', ref: 'user:default/bo' } as const;
const waiting: KeptPage = {
  ...{ id: 'p1', incidentKey: 'INC-1', policy: builtInPolicy, because: '' },
  ...{ status: 'waiting', round: 1, step: 1, startedAt: now, version: 1 },
  episode: 1,
};
const taken: KeptPage = {
  ...{ ...waiting, status: 'acknowledged' },
  ...{ acknowledgedBy: bo, acknowledgedAt: now },
};

describe('what a link that acknowledges can still do', () => {
  it.each<[string, KeptPage, Date | undefined, Date, object]>([
    ['nobody has answered', waiting, undefined, now, { state: 'ready' }],
    [
      'nobody has answered in any round',
      { ...waiting, status: 'exhausted' },
      undefined,
      now,
      { state: 'ready' },
    ],
    [
      'somebody is on it',
      taken,
      undefined,
      now,
      { state: 'taken', by: bo, at: now },
    ],
    ['it was used', taken, now, until, { state: 'taken', by: bo, at: now }],
    ['people are called again', waiting, now, now, { state: 'used' }],
    ['its time is over', waiting, undefined, until, { state: 'expired' }],
    [
      'nobody is called any more',
      { ...taken, status: 'ended' },
      now,
      until,
      { state: 'over' },
    ],
  ])('when %s', (...row) => {
    const [, page, answeredAt, at, state] = row;
    expect(answerState(page, { answeredAt }, { until, now: at })).toEqual(
      state,
    );
  });
});
