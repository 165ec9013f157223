import {
  describePlan,
  emptyPlan,
  planOf,
  type PlanDraft,
} from './describePlan';
import { aWindow } from './testing/aWindow';

const draft: PlanDraft = {
  ...{ title: ' Index rebuild ', reason: '', entityRefs: ['component:a/b'] },
  ...{ start: '2026-11-22T02:00', end: '2026-11-22T04:00' },
  ...{ zone: 'Europe/Berlin', repeats: 'never', rule: '', last: '' },
};
const body = (about: Partial<PlanDraft>) =>
  describePlan({ ...draft, ...about }).body;

describe('a plan', () => {
  it('begins at the next full hour, for two hours', () => {
    const plan = emptyPlan(['component:a/b'], new Date('2026-11-20T03:20:00Z'));
    expect(plan.start).toMatch(/^2026-11-20T\d{2}:00$/);
    expect(plan.end > plan.start).toBe(true);
    expect(plan.zone).toBe(
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
  });

  it('is sent without what was left empty', () => {
    expect(body({})).toEqual({
      ...{ title: 'Index rebuild', entityRefs: ['component:a/b'] },
      ...{ start: '2026-11-22T02:00', end: '2026-11-22T04:00' },
      zone: 'Europe/Berlin',
    });
  });

  it.each<[Partial<PlanDraft>, string | undefined]>([
    [{ repeats: 'never', last: '2026-12-31' }, undefined],
    [{ repeats: 'daily' }, 'FREQ=DAILY'],
    [{ repeats: 'weekly' }, 'FREQ=WEEKLY'],
    [{ repeats: 'weekly', last: '2026-12-31' }, 'FREQ=WEEKLY;UNTIL=20261231'],
    [{ repeats: 'monthly' }, 'FREQ=MONTHLY;BYDAY=4SU'],
    [
      {
        repeats: 'monthly',
        start: '2026-11-30T02:00',
        end: '2026-11-30T04:00',
      },
      'FREQ=MONTHLY;BYDAY=-1MO',
    ],
    [
      { repeats: 'custom', rule: ' RRULE:FREQ=DAILY;COUNT=3 ' },
      'FREQ=DAILY;COUNT=3',
    ],
  ])('%j recurs by %s', (about, recurrence) => {
    expect(body(about)?.recurrence).toBe(recurrence);
  });

  it.each<[string, Partial<PlanDraft>, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['nothing covered', { entityRefs: [] }, 'entities'],
    ['an end before its beginning', { end: '2026-11-22T01:00' }, 'span'],
    ['no end', { end: '' }, 'span'],
    ['a zone that is none', { zone: 'Berlin' }, 'zone'],
    ['no rule', { repeats: 'custom' }, 'rule'],
  ])('with %s is not sent', (_, about, missing) => {
    expect(describePlan({ ...draft, ...about })).toEqual({
      missing: [missing],
    });
  });

  it('of a window that is there is what the window is', () => {
    expect(describePlan(planOf(aWindow())).body).toEqual({
      ...{ title: 'Index rebuild', reason: 'Ask Aiko', zone: 'Asia/Tokyo' },
      entityRefs: ['component:default/checkout'],
      ...{ start: '2026-11-20T11:00', end: '2026-11-20T14:00' },
      recurrence: 'FREQ=WEEKLY',
    });
  });
});
