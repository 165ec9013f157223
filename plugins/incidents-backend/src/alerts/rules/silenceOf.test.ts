import { anAlert } from 'backstage-plugin-incidents-common/testing';
import type { Matcher } from 'backstage-plugin-incidents-common';
import { endOf, silencedBy, silenceOf, spanOf, statusOf } from './silenceOf';

const at = (minutes: number) =>
  new Date(Date.parse('2026-11-20T03:00:00.000Z') + minutes * 60_000);
const iso = (minutes: number) => at(minutes).toISOString();
const matchers: Matcher[] = [
  { label: 'service', op: 'equals', value: 'checkout' },
];
const silence = (about: object = {}) => ({
  ...{ id: 's1', matchers, reason: 'deploying' },
  createdBy: { type: 'user' as const, ref: 'user:default/ada' },
  startsAt: iso(0),
  endsAt: iso(60),
  ...about,
});

describe('a silence', () => {
  it.each([
    [-1, 'pending'],
    [0, 'active'],
    [59, 'active'],
    [60, 'ended'],
    [61, 'ended'],
  ])('is after %d minutes %s', (minutes, status) => {
    expect(statusOf(silence(), at(minutes))).toBe(status);
  });

  it('holds what it matches while it is active; the first of several does', () => {
    const alert = anAlert({ labels: { service: 'checkout' } });
    const other = anAlert({ labels: { service: 'ledger' } });
    const both = [silence(), silence({ id: 's2' })];
    expect(silenceOf(both, alert, at(1))?.id).toBe('s1');
    expect(silenceOf(both, other, at(1))).toBeUndefined();
    expect(silenceOf(both, alert, at(60))).toBeUndefined();
    expect(silenceOf(both, alert, at(-1))).toBeUndefined();
    expect(silenceOf([], alert, at(1))).toBeUndefined();
  });

  it('says who holds what, until when and why', () => {
    expect(silencedBy(silence())).toEqual({
      outcome: 'silenced',
      reason:
        'user:default/ada silenced service=checkout until 2026-11-20T04:00:00.000Z: deploying',
    });
    const long = [{ label: 'x', op: 'equals', value: 'y'.repeat(2_000) }];
    expect(silencedBy(silence({ matchers: long })).reason.length).toBeLessThan(
      500,
    );
  });

  it('says how it ended', () => {
    expect(endOf(silence())).toBe(
      'the silence of user:default/ada ended at 2026-11-20T04:00:00.000Z while it fired',
    );
    expect(endOf(silence({ endedBy: 'user:default/bo' }))).toBe(
      'user:default/bo ended the silence of user:default/ada while it fired',
    );
  });
});

describe('the time of a new silence', () => {
  const day = 24 * 60;
  const wanted = (starts: number | undefined, ends: number) => ({
    startsAt: starts === undefined ? undefined : iso(starts),
    endsAt: iso(ends),
  });

  it.each([
    ['from now on', undefined, 60, [0, 60]],
    ['later', 30, 60, [30, 60]],
    ['from a moment that is past, which means now', -30, 60, [0, 60]],
    ['for 90 days', undefined, 90 * day, [0, 90 * day]],
    ['for 90 days from then on', 10, 10 + 90 * day, [10, 10 + 90 * day]],
  ])('is %s', (_, starts, ends, expected) => {
    const [startsAt, endsAt] = expected.map(iso);
    expect(spanOf(wanted(starts, ends), at(0))).toEqual({ startsAt, endsAt });
  });

  it.each([
    ['not longer than 90 days', undefined, 90 * day + 1, /at most 90 days/],
    ['not without a duration', 60, 60, /endsAt must be after startsAt/],
    ['not backwards', 60, 30, /endsAt must be after startsAt/],
    ['not in the past', -60, -30, /endsAt must be in the future/],
    ['not until now', undefined, 0, /endsAt must be after startsAt/],
  ])('is %s', (_, starts, ends, expected) => {
    expect(spanOf(wanted(starts, ends), at(0))).toMatch(expected);
  });

  it('is understood whatever zone it is written in', () => {
    expect(spanOf({ endsAt: '2026-11-20T13:00:00+09:00' }, at(0))).toEqual({
      startsAt: iso(0),
      endsAt: iso(60),
    });
  });
});
