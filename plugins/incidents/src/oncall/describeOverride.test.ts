import { testNow } from 'backstage-plugin-incidents-common/testing';
import { describeFortnight, type FortnightBar } from './describeFortnight';
import {
  describeOverride,
  mayOverride,
  overrideOf,
  type OverrideDraft,
} from './describeOverride';
import { aGap, aShift } from './testing/aShift';

const ada = 'user:default/ada';
const bo = 'user:default/bo';
const zone = 'Europe/Berlin';

function aBar(about: Parameters<typeof aShift>[0] = {}, me = bo): FortnightBar {
  const { levels } = describeFortnight({
    ...{ shifts: [aShift(about)], gaps: [], me },
    ...{ firstDay: (about.from ?? '2026-11-16').slice(0, 10), zone },
    now: new Date(testNow),
  });
  return levels[0].bars[0];
}

describe('who may hand over a shift', () => {
  const all = { update: false, overrideOwn: true, overrideAny: true };
  const own = { ...all, overrideAny: false };
  const [gap] = describeFortnight({
    ...{ shifts: [], gaps: [aGap()], firstDay: '2026-11-16', zone },
    now: new Date(testNow),
  }).levels[0].bars;
  it.each([
    ['any of anybody', aBar(), all, true],
    ['not that of others', aBar(), own, false],
    ['their own', aBar({}, ada), own, true],
    ['none', aBar({}, ada), { ...own, overrideOwn: false }, false],
    [
      'none without the right to their own',
      aBar(),
      { ...all, overrideOwn: false },
      false,
    ],
    ['not what is over', aBar({ to: testNow }), all, false],
    ['not that of a shadow', aBar({ shadow: true }), all, false],
    ['a gap, to fill it', gap, own, true],
    ['not a gap that is over', { ...gap, isOver: true }, own, false],
  ])('%s', (...[, bar, can, may]) => {
    expect(mayOverride(bar, can)).toBe(may);
  });
});

describe('the form that hands over a shift', () => {
  it.each([
    ['takes over that of somebody else', bo, 'me'],
    ['gives away that of the reader', ada, 'other'],
    ['gives it to somebody while the reader is unknown', undefined, 'other'],
  ])('%s, for as long as it is', (_, me, who) => {
    expect(overrideOf({ bar: aBar(), zone, me })).toEqual({
      ...{ who, reason: '' },
      ...{ start: '2026-11-19T09:00', end: '2026-11-20T09:00' },
    });
  });

  const about = { bar: aBar(), zone, me: bo };
  const draft = overrideOf(about);
  it.each<[string, Partial<OverrideDraft>, object]>([
    ['the whole shift', {}, { user: bo }],
    [
      'to somebody',
      { who: 'other', user: 'user:default/cy' },
      { user: 'user:default/cy' },
    ],
    [
      'a part',
      { start: '2026-11-19T18:30' },
      { user: bo, from: '2026-11-19T17:30:00.000Z' },
    ],
    [
      'with a reason',
      { reason: ' a dentist ' },
      { user: bo, reason: 'a dentist' },
    ],
  ])('sends %s', (_, part, sent) => {
    expect(describeOverride({ ...draft, ...part }, about)).toEqual({
      missing: [],
      body: {
        ...{ kind: 'replace', level: 'Primary', replaces: ada },
        ...{ from: aShift().from, to: aShift().to },
        ...sent,
      },
    });
  });

  it.each<[string, Partial<OverrideDraft>, string[]]>([
    ['somebody', { who: 'other' }, ['user']],
    ['an end behind the start', { end: draft.start }, ['span']],
    ['a start', { start: '' }, ['span']],
    ['all of it', { who: 'other', start: '', end: '' }, ['user', 'span']],
  ])('misses %s', (_, part, missing) => {
    expect(describeOverride({ ...draft, ...part }, about)).toEqual({ missing });
  });

  it('keeps the second of the two hours in which a shift begins', () => {
    const bar = aBar({
      ...{ from: '2026-10-25T01:30:00.000Z', to: '2026-10-25T08:00:00.000Z' },
    });
    const twice = overrideOf({ ...about, bar });
    expect(twice.start).toBe('2026-10-25T02:30');
    expect(describeOverride(twice, { ...about, bar }).body).toMatchObject({
      from: '2026-10-25T01:30:00.000Z',
    });
  });

  it('fills a gap without taking anybody off call', () => {
    const gap = aGap();
    const filling = { bar: gap, zone, me: bo };
    expect(describeOverride(overrideOf(filling), filling).body).toEqual({
      ...{ kind: 'add', level: 'Primary', user: bo },
      ...{ from: gap.from, to: gap.to },
    });
  });
});
