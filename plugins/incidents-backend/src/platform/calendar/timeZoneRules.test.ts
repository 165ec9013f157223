import ICAL from 'ical.js';
import { localTime, timeZoneRules } from './timeZoneRules';
import { zoneOf } from './zone';

const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
const hour = 3_600_000;

describe('the rules of a zone, as a calendar file brings them', () => {
  it('are each change by itself, summer apart from the rest', () => {
    const lines = timeZoneRules('Europe/Berlin', year).toString().split('\r\n');
    expect(lines).toEqual([
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
      ...['BEGIN:STANDARD', 'DTSTART:20260101T010000'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'DTSTART:20261025T030000'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'],
      'END:VTIMEZONE',
    ]);
  });

  it.each([
    ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'],
    ...['Asia/Tokyo', 'Asia/Kolkata', 'Africa/Casablanca', 'Europe/Dublin'],
    ...['America/St_Johns', 'Pacific/Chatham', 'Pacific/Apia'],
  ])('say of %s what the database says, for another reader', name => {
    const rules = new ICAL.Timezone(timeZoneRules(name, year));
    const zone = zoneOf(name);
    for (let at = year.from; at < year.to; at += 7 * hour) {
      const time = localTime(name, new Date(at));
      if (!time) continue;
      time.zone = rules;
      expect([new Date(at), time.toJSDate()]).toEqual([
        ...[new Date(at), new Date(zone.first(zone.wallAt(at)))],
      ]);
    }
  });

  it('leave a time unsaid that comes twice', () => {
    const [before, first, second, after] = [
      ...['23:30', '00:30'],
      ...['01:30', '02:30'],
    ].map((time, i) => new Date(`2026-10-${i === 0 ? 24 : 25}T${time}:00Z`));
    const told = [before, first, second, after].map(at =>
      String(localTime('Europe/Berlin', at)),
    );
    expect(told).toEqual([
      ...['2026-10-25T01:30:00', 'undefined', 'undefined'],
      '2026-10-25T03:30:00',
    ]);
  });
});
