import { testNow } from 'backstage-plugin-incidents-common/testing';
import { describeFortnight, type FortnightAbout } from './describeFortnight';
import { aGap, aShift } from './testing/aShift';

const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const shown = (about: Partial<FortnightAbout> = {}) =>
  describeFortnight({
    ...{ shifts: [], gaps: [], firstDay: '2026-11-16', zone: 'UTC' },
    now: new Date(testNow),
    ...about,
  });
/** Where a bar begins and ends, in days. */
const inDays = ({ left, width }: { left: number; width: number }) =>
  [left, left + width].map(place => Number(((place / 100) * 14).toFixed(3)));

describe('a fortnight of days', () => {
  it('has fourteen, and says which is today', () => {
    const { days } = shown();
    expect([days.length, days[0].date, days[13].date]).toEqual([
      ...[14, '2026-11-16', '2026-11-29'],
    ]);
    expect(days.filter(day => day.isToday).map(day => day.date)).toEqual([
      '2026-11-20',
    ]);
    expect(days.filter(day => day.oddHours)).toEqual([]);
  });

  it.each([
    ['UTC', '2026-11-20'],
    ['Pacific/Honolulu', '2026-11-19'],
  ])('today is that of %s', (zone, today) => {
    expect(shown({ zone }).days.find(day => day.isToday)?.date).toBe(today);
  });

  it.each([
    ['of 23 hours', '2026-03-23', 'Europe/Berlin', ['2026-03-29', 23]],
    ['of 25 hours', '2026-10-19', 'Europe/Berlin', ['2026-10-25', 25]],
    [
      'of half an hour more',
      '2026-03-30',
      'Australia/Lord_Howe',
      ['2026-04-05', 24.5],
    ],
  ])('a day %s is told', (_, firstDay, zone, odd) => {
    const { days } = shown({ firstDay, zone });
    expect(
      days
        .filter(day => day.oddHours)
        .map(({ date, oddHours }) => [date, oddHours]),
    ).toEqual([odd]);
  });

  it.each([
    ['in it', '2026-11-16', 4.125],
    ['before it', '2026-11-21', undefined],
    ['behind it', '2026-11-06', undefined],
  ])('the present is %s', (_, firstDay, days) => {
    const { present } = shown({ firstDay });
    expect(present && Number(((present / 100) * 14).toFixed(3))).toBe(days);
  });
});

describe('a shift', () => {
  it.each([
    // The 29th of March begins on day 6 and lacks the hour from 02:00.
    [
      'midnight to midnight of 23 hours',
      '2026-03-23',
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z',
      [6, 7],
    ],
    [
      'half of 23 hours',
      '2026-03-23',
      '2026-03-28T23:00Z',
      '2026-03-29T10:30Z',
      [6, 6.5],
    ],
    [
      'nine to nine over 23 hours',
      '2026-03-23',
      '2026-03-28T08:00Z',
      '2026-03-29T07:00Z',
      [5.375, 6.348],
    ],
    [
      'midnight to midnight of 25 hours',
      '2026-10-19',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
      [6, 7],
    ],
    [
      'half of 25 hours',
      '2026-10-19',
      '2026-10-24T22:00Z',
      '2026-10-25T10:30Z',
      [6, 6.5],
    ],
  ])('%s', (...[, firstDay, from, to, days]) => {
    const { levels } = shown({
      shifts: [aShift({ from, to })],
      ...{ firstDay, zone: 'Europe/Berlin' },
    });
    expect(inDays(levels[0].bars[0])).toEqual(days);
  });

  it.each([
    [
      'whole',
      '2026-11-17T00:00:00Z',
      '2026-11-18T00:00:00Z',
      [1, 2],
      [false, false],
    ],
    [
      'from before',
      '2026-11-09T00:00:00Z',
      '2026-11-18T00:00:00Z',
      [0, 2],
      [true, false],
    ],
    [
      'to later',
      '2026-11-29T00:00:00Z',
      '2026-12-02T00:00:00Z',
      [13, 14],
      [false, true],
    ],
    [
      'over all of it',
      '2026-11-09T00:00:00Z',
      '2026-12-02T00:00:00Z',
      [0, 14],
      [true, true],
    ],
  ])('is shown %s', (...[, from, to, days, cut]) => {
    const [bar] = shown({ shifts: [aShift({ from, to })] }).levels[0].bars;
    expect(inDays(bar)).toEqual(days);
    expect([bar.isCutBefore, bar.isCutAfter]).toEqual(cut);
  });

  it('that only the question cuts goes on', () => {
    const shift = aShift({ startsEarlier: true, endsLater: true });
    expect(shown({ shifts: [shift] }).levels[0].bars[0]).toMatchObject({
      ...{ isCutBefore: true, isCutAfter: true },
    });
  });

  it.each([
    [
      'ends as the fortnight begins',
      '2026-11-15T00:00:00Z',
      '2026-11-16T00:00:00Z',
    ],
    ['begins as it ends', '2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z'],
  ])('that %s is not in it', (_, from, to) => {
    expect(shown({ shifts: [aShift({ from, to })] }).levels).toEqual([]);
  });

  it.each([
    ['a turn', {}, []],
    ['your turn', { person: bo }, ['you']],
    ['an override', { rotation: undefined }, ['override']],
    ['your override', { person: bo, rotation: undefined }, ['you', 'override']],
    ['a shadow', { rotation: undefined, shadow: true }, ['shadow']],
    [
      'your shadow',
      { person: bo, rotation: undefined, shadow: true },
      ['you', 'shadow'],
    ],
  ])('%s is marked so', (_, about, marks) => {
    const { levels } = shown({ shifts: [aShift(about)], me: bo.ref });
    expect(levels[0].bars[0].marks).toEqual(marks);
  });

  it.each([
    ['is over at its end', testNow, true],
    ['is not over before', '2026-11-20T03:00:00.001Z', false],
  ])('%s', (_, to, isOver) => {
    const { levels } = shown({ shifts: [aShift({ to })] });
    expect(levels[0].bars[0].isOver).toBe(isOver);
  });

  it.each([
    [8, true],
    [9, false],
  ])('of %i hours is narrow: %s', (hours, isNarrow) => {
    const from = '2026-11-20T00:00:00.000Z';
    const to = `2026-11-20T0${hours}:00:00.000Z`;
    const { levels } = shown({ shifts: [aShift({ from, to })] });
    expect(levels[0].bars[0].isNarrow).toBe(isNarrow);
  });
});

describe('the rows', () => {
  it('are the levels, with gaps among the shifts', () => {
    const { levels } = shown({
      shifts: [aShift({ level: 2, levelName: 'Backup' }), aShift()],
      gaps: [aGap()],
    });
    expect(
      levels.map(({ name, lanes, bars }) => [
        ...[name, lanes],
        ...bars.map(bar => bar.person?.displayName ?? bar.marks.join()),
      ]),
    ).toEqual([
      ['Primary', 1, 'Ada', 'gap'],
      ['Backup', 1, 'Ada'],
    ]);
  });

  it('have a lane for each who is on call at the same time, those who come along below', () => {
    const shadow = aShift({ rotation: undefined, shadow: true });
    const next = aShift({
      ...{ from: '2026-11-20T08:00:00.000Z', to: '2026-11-21T08:00:00.000Z' },
    });
    const { levels } = shown({
      shifts: [shadow, aShift(), next, aShift({ person: bo })],
    });
    expect(levels[0].lanes).toBe(3);
    expect(levels[0].bars.map(bar => bar.lane)).toEqual([2, 0, 1, 0]);
  });

  it('are told by day as well', () => {
    const { days } = shown({ shifts: [aShift()], gaps: [aGap()] });
    expect(
      days
        .filter(day => day.bars.length)
        .map(day => [
          day.date,
          ...day.bars.map(bar => bar.person?.displayName ?? 'nobody'),
        ]),
    ).toEqual([
      ['2026-11-19', 'Ada'],
      ['2026-11-20', 'Ada', 'nobody'],
      ['2026-11-21', 'nobody'],
    ]);
  });
});
