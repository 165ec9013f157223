import {
  afterStep,
  hurry,
  later,
  nextMove,
  nextRound,
  type KeptPage,
} from './page';
import { builtInPolicy } from './builtInPolicy';

const now = new Date('2026-11-20T03:00:00.000Z');
const minute = 60_000;
const page = (about: Partial<KeptPage> = {}): KeptPage => ({
  ...{ id: 'p1', incidentKey: 'INC-1', policy: builtInPolicy, because: '' },
  ...{ status: 'waiting', round: 1, step: 0, version: 1 },
  episode: 1,
  ...{ startedAt: now, dueAt: now },
  ...about,
});
const minutesUntil = ({ dueAt }: KeptPage) =>
  dueAt && (dueAt.getTime() - now.getTime()) / minute;

describe('what is to be done about a page', () => {
  it.each<[Partial<KeptPage>, string]>([
    [{}, 'step'],
    [{ step: 2 }, 'step'],
    [{ step: 3 }, 'round'],
    [{ step: 2, round: 3 }, 'step'],
    [{ step: 3, round: 3 }, 'exhaust'],
    [{ status: 'acknowledged' }, 'silence'],
    [{ status: 'exhausted', step: 3, round: 3 }, 'nothing'],
    [{ status: 'ended' }, 'nothing'],
  ])('%j: %s', (about, move) => {
    expect(nextMove(page(about))).toBe(move);
  });
});

describe('when the next step comes', () => {
  it.each([
    ['after the first step', 0, true, 5],
    ['after the second', 1, true, 5],
    ['after the last, when the round ends', 2, true, 5],
    ['at once, when the first reached nobody', 0, false, 0],
    ['with the end of the round, though the last reached nobody', 2, false, 5],
  ])('%s', (_, step, reached, minutes) => {
    const after = afterStep(page({ step }), { reached, now });
    expect([after.step, minutesUntil(after)]).toEqual([step + 1, minutes]);
  });

  it('as long after a late step as after one in time', () => {
    const late = page({ dueAt: later(now, -30 * minute) });
    expect(minutesUntil(afterStep(late, { reached: true, now }))).toBe(5);
  });

  it('with the delay of the first step in a new round', () => {
    const [first, ...others] = builtInPolicy.steps;
    const steps = [{ ...first, after: minute }, ...others];
    const after = nextRound(
      page({ step: 3, policy: { ...builtInPolicy, steps } }),
      now,
    );
    expect([after.round, after.step, minutesUntil(after)]).toEqual([2, 0, 1]);
  });
});

describe('a step that reaches nobody', () => {
  const dueAt = later(now, 3 * minute);

  it.each<[string, Partial<KeptPage>, number | undefined]>([
    ['brings the next one at once', { step: 1, dueAt }, 0],
    ['does not cut a round short', { step: 3, dueAt }, undefined],
    ['changes nothing that is due', { step: 1, dueAt: now }, undefined],
    [
      'changes nothing once somebody is on it',
      { step: 1, dueAt, status: 'acknowledged' },
      undefined,
    ],
    [
      'changes nothing once nobody is left',
      { step: 1, dueAt: undefined, status: 'exhausted' },
      undefined,
    ],
  ])('%s', (_, about, minutes) => {
    const sooner = hurry(page(about), now);
    expect(sooner && minutesUntil(sooner)).toBe(minutes);
  });
});
