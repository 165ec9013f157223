import { prospectOf, scheduleOf } from './planWindow';

const plan = {
  title: 'Index rebuild',
  entityRefs: ['component:default/checkout'],
  start: '2026-11-22T02:00',
  end: '2026-11-22T04:00',
  zone: 'Europe/Berlin',
};
const now = new Date('2026-11-20T03:00:00.000Z');

describe('a window that is planned', () => {
  it('is so long by the clock', () => {
    expect(scheduleOf(plan)).toEqual({
      ...{ start: '2026-11-22T02:00:00', minutes: 120, zone: 'Europe/Berlin' },
    });
  });

  it('recurs until a day, by its clocks', () => {
    const recurrence = 'freq=weekly;until=20261231T230000Z';
    expect(scheduleOf({ ...plan, recurrence })).toMatchObject({
      recurrence: 'FREQ=WEEKLY;UNTIL=20270101T000000',
    });
  });

  it.each([
    [{ zone: 'Berlin' }, 'zone: there is no Berlin in the IANA database'],
    [{ start: '2026-02-30T02:00' }, 'start: no calendar has 2026-02-30T02:00'],
    [{ end: '2026-11-22T25:00' }, 'end: no calendar has 2026-11-22T25:00'],
    [{ end: plan.start }, 'end must be after start'],
    [{ end: '2026-11-21T04:00' }, 'end must be after start'],
    [{ end: '2027-01-22T04:00' }, /^end: maintenance lasts at most 30 days/],
    [
      { recurrence: 'FREQ=SECONDLY' },
      /^recurrence: FREQ=SECONDLY is too often/,
    ],
  ])('with %j is refused', (about, expected) => {
    expect(scheduleOf({ ...plan, ...about })).toMatch(expected);
  });
});

describe('what is to come', () => {
  const outlook = (about: object) =>
    prospectOf(
      {
        ...{ start: '2026-11-22T02:00:00', minutes: 120, zone: 'UTC' },
        ...about,
      },
      now,
    );

  it('is told', () => {
    expect(outlook({})).toEqual({
      openings: [
        {
          startsAt: '2026-11-22T02:00:00.000Z',
          endsAt: '2026-11-22T04:00:00.000Z',
        },
      ],
      isAll: true,
    });
  });

  it.each([
    [{ start: '2026-11-20T00:00:00' }, /^it is over already/],
    [{ recurrence: 'FREQ=DAILY;UNTIL=20261101T000000' }, /^it is over already/],
    [{ zone: 'Nowhere' }, /^there is no time zone Nowhere/],
    [
      { start: '1900-01-01T00:00:00', recurrence: 'FREQ=DAILY' },
      /too long ago/,
    ],
  ])('of %j is nothing', (about, expected) => {
    expect(outlook(about)).toMatch(expected);
  });
});
