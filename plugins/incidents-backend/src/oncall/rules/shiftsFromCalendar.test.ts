import { calendarSamples } from '../../testing/oncall/calendarSamples';
import { shiftsFromCalendar, type ShiftReading } from './shiftsFromCalendar';

const window = {
  from: new Date('2026-10-20T00:00:00Z'),
  to: new Date('2026-11-17T00:00:00Z'),
};
const levels = [
  { name: 'Primary', prefix: 'Primary:' },
  { name: 'Backup', prefix: 'Backup:' },
];
const everything = [{ name: 'On call', prefix: '' }];

function read(text: string, about: Partial<ShiftReading> = {}) {
  const crlf = text.replaceAll('\n', '\r\n');
  const { shifts, skipped } = shiftsFromCalendar(crlf, {
    ...{ levels: everything, ...window },
    ...about,
  });
  const short = (at?: Date) => at?.toISOString().slice(0, 16).replace('T', ' ');
  return {
    told: shifts.map(
      ({ level, levelName, person: { name, email, ref }, from, to }) =>
        `${level} ${levelName}: ${email ?? ref ?? name}, ${short(
          from,
        )} – ${short(to)}`,
    ),
    skipped: skipped.map(({ title, because }) => `${title}: ${because}`),
  };
}

describe('who is on call by a calendar as programs export it', () => {
  it('Google: guests, a swapped week, a week left out, the end of the rule, 09:00 on both sides of the change of clocks', () => {
    expect(read(calendarSamples.google, { levels })).toEqual({
      told: [
        '1 Primary: tim@shop.example, 2026-10-19 07:00 – 2026-10-26 08:00',
        '1 Primary: jane@shop.example, 2026-10-26 08:00 – 2026-11-02 08:00',
        '1 Primary: jane@shop.example, 2026-11-02 08:00 – 2026-11-09 08:00',
        '1 Primary: jane@shop.example, 2026-11-16 08:00 – 2026-11-23 08:00',
      ],
      skipped: [],
    });
  });

  it('Outlook: a zone of Windows, whole days in the zone of the calendar, names and refs in titles', () => {
    const zone = 'Europe/Berlin';
    expect(read(calendarSamples.outlook, { levels, zone })).toEqual({
      told: [
        '1 Primary: user:default/jane, 2026-10-23 22:00 – 2026-10-25 23:00',
        '2 Backup: Tim Wright, 2026-10-24 16:00 – 2026-10-25 07:00',
        '2 Backup: Tim Wright, 2026-10-25 17:00 – 2026-10-26 07:00',
        '2 Backup: Tim Wright, 2026-10-27 17:00 – 2026-10-28 07:00',
      ],
      skipped: ['Team lunch: its title begins like none of the levels'],
    });
  });

  it('PagerDuty: bare addresses, one event for each shift', () => {
    expect(read(calendarSamples.pagerduty).told).toEqual([
      '1 On call: jane@shop.example, 2026-10-19 08:00 – 2026-10-26 09:00',
      '1 On call: tim@shop.example, 2026-10-26 09:00 – 2026-11-02 09:00',
    ]);
  });

  it('titles with addresses: durations, several people, prefixes of one’s own, none that was cancelled', () => {
    const own = [
      { name: 'First', prefix: '[l1]' },
      { name: 'Second', prefix: '[l2]' },
    ];
    expect(read(calendarSamples.titles, { levels: own })).toEqual({
      told: [
        '1 First: Jane Doe, 2026-10-24 20:00 – 2026-10-25 20:00',
        '1 First: Zoe, 2026-10-24 20:00 – 2026-10-25 20:00',
        '2 Second: tim@shop.example, 2026-10-24 20:00 – 2026-10-25 08:00',
      ],
      skipped: [],
    });
  });
});

const event = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1'],
    ...['DTSTART:20261024T200000Z', 'DTEND:20261025T200000Z', ...lines],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ].join('\n');
const people = (...lines: string[]) =>
  read(event(...lines)).told.map(one => /: (.*), 2026/.exec(one)?.[1]);

describe('whom an event names', () => {
  it.each<[string, string[], string[]]>([
    [
      'its guests, whatever its title says',
      ['SUMMARY:Zoe', 'ATTENDEE:MAILTO:a@b.cd', 'ATTENDEE:mailto:e@f.gh'],
      ['a@b.cd', 'e@f.gh'],
    ],
    [
      'no guest who declined, only listens, or is a room',
      [
        'SUMMARY:Zoe',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.cd',
        'ATTENDEE;ROLE=NON-PARTICIPANT:mailto:e@f.gh',
        'ATTENDEE;CUTYPE=ROOM:mailto:i@j.kl',
      ],
      ['Zoe'],
    ],
    [
      'a guest whose address stands beside',
      ['SUMMARY:x', 'ATTENDEE;CN=Ada;EMAIL=a@b.cd:/principals/ada'],
      ['a@b.cd'],
    ],
    [
      'a guest without an address by name',
      ['SUMMARY:x', 'ATTENDEE;CN=Ada:invalid:nomail'],
      ['Ada'],
    ],
    ['an address in the title', ['SUMMARY:Ada (a@b.cd)'], ['a@b.cd']],
    ['a ref in the title', ['SUMMARY:User:Default/Ada'], ['user:default/ada']],
    ['a name behind “on call”', ['SUMMARY:On-call: Ada'], ['Ada']],
    [
      'several names',
      ['SUMMARY:Ada / Bo; Cy & Dee'],
      ['Ada', 'Bo', 'Cy', 'Dee'],
    ],
    [
      'not whoever entered it',
      ['SUMMARY:Zoe', 'ORGANIZER:mailto:boss@b.cd'],
      ['Zoe'],
    ],
    [
      'whoever made it, when it names nobody else',
      ['SUMMARY:On call', 'ORGANIZER;CN=Ada:mailto:a@b.cd'],
      ['a@b.cd'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(people(...lines)).toEqual(expected);
  });

  it.each([
    ['nobody at all', ['SUMMARY:On call'], 'On call: it names nobody'],
    [
      'a calendar as its maker',
      ['SUMMARY:', 'ORGANIZER:mailto:x@group.calendar.google.com'],
      'untitled: it names nobody',
    ],
    [
      'a change of all later ones',
      [
        ...['SUMMARY:Ada', 'RRULE:FREQ=DAILY', 'END:VEVENT', 'BEGIN:VEVENT'],
        ...['UID:1', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T200000Z'],
        ...['DTSTART:20261026T200000Z', 'DURATION:PT1H', 'SUMMARY:Bo'],
      ],
      'Ada: one of its times is changed together with all later ones, which is not understood',
    ],
    [
      'a rule that nobody understands',
      ['SUMMARY:Ada', 'RRULE:FREQ=SECONDLY'],
      expect.stringContaining('Ada: its recurrence:'),
    ],
  ])('is left out with a sentence for %s', (_, lines, sentence) => {
    expect(read(event(...lines))).toEqual({ told: [], skipped: [sentence] });
  });

  it('is nothing outside the window, however it is written', () => {
    const late = { from: new Date('2026-10-25T20:00:00Z') };
    expect(read(event('SUMMARY:'), late)).toEqual({ told: [], skipped: [] });
  });

  it('is an error with a sentence for what is no calendar', () => {
    expect(() => read('<html>')).toThrow('it is no iCalendar file');
  });
});
