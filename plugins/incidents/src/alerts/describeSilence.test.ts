import type { Matcher, Silence } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import {
  describeSilence,
  describeSilenceDraft,
  emptySilence,
  type SilenceDraft,
} from './describeSilence';
import { aSilence } from './testing/aSilence';

const now = new Date(testNow);
const matchers: Matcher[] = [{ label: 'service', op: 'equals', value: 'x' }];

const described = (about: Partial<SilenceDraft>) =>
  describeSilenceDraft(
    { ...emptySilence(matchers), reason: 'known', ...about },
    now,
  );

describe('a silence in the making', () => {
  it.each([
    ['1h', '2026-11-20T04:00:00.000Z'],
    ['4h', '2026-11-20T07:00:00.000Z'],
    ['1d', '2026-11-21T03:00:00.000Z'],
  ] as const)('for %s ends at %s', (duration, endsAt) => {
    expect(described({ duration }).body).toEqual({
      matchers,
      reason: 'known',
      endsAt,
    });
  });

  it('ends at the moment that was chosen, in the zone of the reader', () => {
    const until = '2026-12-01T09:30';
    expect(described({ duration: 'until', until }).body?.endsAt).toBe(
      new Date(2026, 11, 1, 9, 30).toISOString(),
    );
  });

  it.each<[string, Partial<SilenceDraft>, string]>([
    ['no reason', { reason: ' ' }, 'reason'],
    ['no condition', { matchers: [] }, 'matchers'],
    ['no moment', { duration: 'until', until: '' }, 'until'],
    [
      'a moment that is over',
      { duration: 'until', until: '2026-11-01T00:00' },
      'until',
    ],
    [
      'more than 90 days',
      { duration: 'until', until: '2027-03-01T00:00' },
      'tooLong',
    ],
  ])('with %s is not sent', (_, about, missing) => {
    const { body, missing: parts } = described(about);
    expect(body).toBeUndefined();
    expect(parts).toEqual([missing]);
  });
});

describe('a silence', () => {
  const said = (about: Partial<Silence>) =>
    describeSilence(aSilence(about), now);

  it('that is active says until when, and can be ended', () => {
    expect(said({})).toEqual({ canEnd: true, endsSoon: false, time: 'until' });
  });

  it('warns in its last hour', () => {
    expect(said({ endsAt: '2026-11-20T03:59:00.000Z' }).endsSoon).toBe(true);
  });

  it('that is planned says from when', () => {
    expect(said({ status: 'pending' })).toMatchObject({
      canEnd: true,
      time: 'from',
    });
  });

  it('that is over cannot be ended again', () => {
    expect(said({ status: 'ended', endsAt: testNow })).toEqual({
      canEnd: false,
      endsSoon: false,
      time: 'ended',
    });
  });
});
