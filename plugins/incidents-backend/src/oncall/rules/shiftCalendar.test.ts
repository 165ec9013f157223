import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { shiftCalendar, type CalendarShift } from './shiftCalendar';

const now = new Date('2026-10-20T00:00:00Z');
const hour = 3_600_000;

/** Shifts of five hours, one after the other, over the night on which the clocks change. */
function shiftsOver(change: string, timeZone: string): CalendarShift[] {
  const start = Date.parse(change) - 24 * hour;
  return Array.from({ length: 10 }, (_, i) => ({
    ...{ uid: `${timeZone} ${i}`, summary: `Ada: Shop (${i})`, timeZone },
    from: new Date(start + i * 5 * hour),
    to: new Date(start + (i + 1) * 5 * hour),
  }));
}

const write = (shifts: CalendarShift[]) =>
  shiftCalendar(shifts, { title: 'Shop', now });
const instants = (shifts: CalendarShift[]) =>
  shifts.map(({ uid, from, to }) => [
    uid,
    from.toISOString(),
    to.toISOString(),
  ]);

/** As Mozilla Thunderbird reads it: by the rules of the file alone. */
function readByRules(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .map(component => new ICAL.Event(component))
    .map(({ uid, startDate, endDate }) => [
      ...[uid, startDate.toJSDate().toISOString()],
      endDate.toJSDate().toISOString(),
    ]);
}

/** As a program reads it that knows zones by their names, and not what the file says of them. */
function readByNames(text: string) {
  const events = text
    .replace(/\r\n[ \t]/g, '')
    .matchAll(/BEGIN:VEVENT\r\n([^]*?)END:VEVENT/g);
  return [...events].map(([, lines]) => [
    /^UID:(.*)\r$/m.exec(lines)![1],
    instantIn(lines, 'DTSTART'),
    instantIn(lines, 'DTEND'),
  ]);
}

function instantIn(lines: string, name: string): string {
  const [, zone = 'UTC', time] = new RegExp(
    `^${name}(?:;TZID=([^:]+))?:(\\d{8}T\\d{6})`,
    'm',
  ).exec(lines)!;
  const { epochMilliseconds } =
    Temporal.PlainDateTime.from(time).toZonedDateTime(zone);
  return new Date(epochMilliseconds).toISOString();
}

describe('shifts in a calendar file', () => {
  it.each([
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ['Europe/Berlin', '2027-03-28T01:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['America/New_York', '2027-03-14T07:00:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T15:00:00Z'],
    ['Asia/Kolkata', '2026-11-01T00:00:00Z'],
    ['UTC', '2026-11-01T00:00:00Z'],
  ])('are in %s around %s what they are here, for two readers', (zone, at) => {
    const shifts = shiftsOver(at, zone);
    const text = write(shifts);
    expect(readByRules(text)).toEqual(instants(shifts));
    expect(readByNames(text)).toEqual(instants(shifts));
  });

  it('name the zone of each, and an instant where the clocks show a time twice', () => {
    const shift = (from: string, to: string, timeZone: string) => ({
      ...{ uid: from, from: new Date(from), to: new Date(to) },
      ...{ summary: 'x', timeZone },
    });
    const text = write([
      shift('2026-10-24T07:00:00Z', '2026-10-25T00:30:00Z', 'Europe/Berlin'),
      shift('2026-10-25T00:00:00Z', '2026-10-26T00:00:00Z', 'Asia/Tokyo'),
    ]);
    expect(text.match(/^(DTSTART|DTEND|TZID).*(?=\r)/gm)).toEqual([
      ...['TZID:Europe/Berlin', 'DTSTART:20261023T090000'],
      ...['DTSTART:20261025T030000', 'TZID:Asia/Tokyo'],
      'DTSTART:20261024T090000',
      ...[
        'DTSTART;TZID=Europe/Berlin:20261024T090000',
        'DTEND:20261025T003000Z',
      ],
      ...[
        'DTSTART;TZID=Asia/Tokyo:20261025T090000',
        'DTEND;TZID=Asia/Tokyo:20261026T090000',
      ],
    ]);
  });

  it('are a file without a shift too', () => {
    expect(readByRules(write([]))).toEqual([]);
  });
});
