import type { Schedule } from '../../platform/calendar/occurrences';
import { outlookOf } from './schedule';

const day = 86_400_000;
const sundays: Schedule = {
  start: '2026-10-18T01:30:00',
  minutes: 120,
  zone: 'Europe/Berlin',
  recurrence: 'FREQ=WEEKLY',
};
const at = (text: string) => new Date(`${text}Z`);
const openings = (about: Partial<Schedule>, now: string, days = 14) =>
  outlookOf({ ...sundays, ...about }, at(now), days * day).openings.map(
    ({ startsAt, endsAt }) => `${startsAt.slice(0, 16)} ${endsAt.slice(0, 16)}`,
  );

describe('a window that recurs', () => {
  it('keeps its hour when the clocks go back', () => {
    expect(openings({}, '2026-10-17T00:00')).toEqual([
      '2026-10-17T23:30 2026-10-18T01:30',
      // From summer time into winter time: three hours for two on the face.
      '2026-10-24T23:30 2026-10-25T02:30',
    ]);
    expect(openings({}, '2026-10-26T00:00', 7)).toEqual([
      '2026-11-01T00:30 2026-11-01T02:30',
    ]);
  });

  it('keeps its hour when the clocks go forward', () => {
    expect(openings({}, '2027-03-21T00:00')).toEqual([
      '2027-03-21T00:30 2027-03-21T02:30',
      '2027-03-28T00:30 2027-03-28T01:30',
    ]);
  });

  it('in an hour that is left out, is as long as it was to be', () => {
    const gap = { start: '2026-10-18T02:30:00', minutes: 45 };
    expect(openings(gap, '2027-03-27T00:00', 3)).toEqual([
      '2027-03-28T01:30 2027-03-28T02:15',
    ]);
  });

  it('that is open now is there, one that is over is not', () => {
    expect(openings({}, '2026-11-01T02:29', 1)).toEqual([
      '2026-11-01T00:30 2026-11-01T02:30',
      '2026-11-08T00:30 2026-11-08T02:30',
    ]);
    expect(openings({}, '2026-11-01T02:30', 1)).toEqual([
      '2026-11-08T00:30 2026-11-08T02:30',
    ]);
  });

  it('shows the next time, however far away', () => {
    expect(
      openings({ recurrence: 'FREQ=YEARLY' }, '2026-11-01T00:00', 1),
    ).toEqual(['2027-10-17T23:30 2027-10-18T01:30']);
  });

  it('leaves out times and days, has others besides, and moves some', () => {
    const about: Partial<Schedule> = {
      except: ['2026-11-01T01:30:00', '2026-11-08'],
      also: ['2026-11-03T12:00:00'],
      moved: [
        { from: '2026-11-15T01:30:00', start: '2026-11-14T20:00:00' },
        { from: '2026-11-22T01:30:00' },
      ],
    };
    expect(openings(about, '2026-10-31T00:00', 30)).toEqual([
      '2026-11-03T11:00 2026-11-03T13:00',
      '2026-11-14T19:00 2026-11-14T21:00',
      '2026-11-29T00:30 2026-11-29T02:30',
    ]);
  });

  it('moves all later ones with one, until the next is moved', () => {
    const moved = [
      {
        ...{ from: '2026-11-08T01:30:00', start: '2026-11-08T04:00:00' },
        ...{ minutes: 60, andLater: true },
      },
      { from: '2026-11-22T01:30:00', start: '2026-11-22T09:00:00' },
    ];
    expect(openings({ moved }, '2026-10-31T00:00', 30)).toEqual([
      '2026-11-01T00:30 2026-11-01T02:30',
      '2026-11-08T03:00 2026-11-08T04:00',
      '2026-11-15T03:00 2026-11-15T04:00',
      '2026-11-22T08:00 2026-11-22T10:00',
      '2026-11-29T03:00 2026-11-29T04:00',
    ]);
  });

  it('a cancelled time does not stand for the next one', () => {
    const moved = [{ from: '2026-11-08T01:30:00' }];
    expect(openings({ moved }, '2026-11-02T00:00', 1)).toEqual([
      '2026-11-15T00:30 2026-11-15T02:30',
    ]);
  });

  it('says whether more is to come', () => {
    const outlook = (recurrence: string | undefined) =>
      outlookOf({ ...sundays, recurrence }, at('2026-10-17T00:00'), 14 * day);
    expect(outlook('FREQ=WEEKLY').isAll).toBe(false);
    expect(outlook('FREQ=WEEKLY;COUNT=2')).toMatchObject({ isAll: true });
    expect(outlook(undefined)).toMatchObject({ isAll: true });
  });

  it('that opens all the time is refused', () => {
    const hours = [...Array(24).keys()].join();
    expect(() =>
      openings(
        { minutes: 5, recurrence: `FREQ=DAILY;BYHOUR=${hours}` },
        '2026-10-18T00:00',
      ),
    ).toThrow('it opens more than 200 times in 14 days');
  });

  it('is worked out however long ago it began, within reason', () => {
    const since = (start: string) =>
      openings({ start, recurrence: 'FREQ=DAILY' }, '2026-11-01T12:00', 1);
    expect(since('1999-01-01T12:00:00')[0]).toMatch(/^2026-11-01T11:00/);
    expect(() => since('1900-01-01T12:00:00')).toThrow(/too long ago/);
  });
});

describe('the zone of a window', () => {
  it('is by its rules, when the database does not have it', () => {
    const zoneRules = `BEGIN:VTIMEZONE
TZID:Factory clocks
BEGIN:STANDARD
DTSTART:20200101T000000
TZOFFSETFROM:+0517
TZOFFSETTO:+0517
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n');
    const about = { zone: 'Factory clocks', zoneRules };
    expect(openings(about, '2026-11-01T00:00', 7)).toEqual([
      '2026-11-07T20:13 2026-11-07T22:13',
    ]);
  });

  it('that nobody knows is refused', () => {
    expect(() =>
      openings({ zone: 'Mars/Olympus' }, '2026-11-01T00:00'),
    ).toThrow('there is no time zone Mars/Olympus in the IANA database');
  });
});
