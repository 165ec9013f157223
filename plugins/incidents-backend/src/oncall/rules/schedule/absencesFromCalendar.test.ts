import { absencesFromCalendar } from './absencesFromCalendar';

const reading = {
  user: 'user:default/ada',
  timeZone: 'Europe/Berlin',
  from: new Date('2026-01-01T00:00:00Z'),
  to: new Date('2027-01-01T00:00:00Z'),
};

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');

const event = (...lines: string[]) => [
  ...['BEGIN:VEVENT', 'UID:1'],
  ...lines,
  'END:VEVENT',
];

/** `2026-01-05 09:00 – 2026-01-05 17:00` in UTC. */
function told(...lines: string[]): string[] {
  const short = (text: string) => text.slice(0, 16).replace('T', ' ');
  return absencesFromCalendar(calendar(...lines), reading).absences.map(
    ({ from, to }) => `${short(from)} – ${short(to)}`,
  );
}

describe('an absence by calendar', () => {
  it.each<[string, string[], string[]]>([
    [
      'in UTC',
      event('DTSTART:20260105T090000Z', 'DTEND:20260105T170000Z'),
      ['2026-01-05 09:00 – 2026-01-05 17:00'],
    ],
    [
      'without a zone, in that of the schedule',
      event('DTSTART:20260105T090000', 'DTEND:20260105T170000'),
      ['2026-01-05 08:00 – 2026-01-05 16:00'],
    ],
    [
      'in a zone of its own, whose rules the file leaves out',
      event(
        'DTSTART;TZID=America/New_York:20260105T090000',
        'DTEND;TZID=America/New_York:20260105T170000',
      ),
      ['2026-01-05 14:00 – 2026-01-05 22:00'],
    ],
    [
      'of a whole day',
      event('DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260106'),
      ['2026-01-04 23:00 – 2026-01-05 23:00'],
    ],
    [
      'of a whole day without an end',
      event('DTSTART;VALUE=DATE:20260105'),
      ['2026-01-04 23:00 – 2026-01-05 23:00'],
    ],
    [
      'of the day with 23 hours',
      event('DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330'),
      ['2026-03-28 23:00 – 2026-03-29 22:00'],
    ],
    [
      'with a duration',
      event('DTSTART:20260105T090000Z', 'DURATION:P1DT2H'),
      ['2026-01-05 09:00 – 2026-01-06 11:00'],
    ],
    [
      'every Friday, three times, over the change of the clock',
      event(
        'DTSTART;TZID=Europe/Berlin:20260320T090000',
        'DTEND;TZID=Europe/Berlin:20260320T170000',
        'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3',
      ),
      [
        '2026-03-20 08:00 – 2026-03-20 16:00',
        '2026-03-27 08:00 – 2026-03-27 16:00',
        '2026-04-03 07:00 – 2026-04-03 15:00',
      ],
    ],
    [
      'every second week until a day',
      event(
        'DTSTART;VALUE=DATE:20260105',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260202',
      ),
      [
        '2026-01-04 23:00 – 2026-01-05 23:00',
        '2026-01-18 23:00 – 2026-01-19 23:00',
        '2026-02-01 23:00 – 2026-02-02 23:00',
      ],
    ],
    [
      'every year since long ago',
      event('DTSTART;VALUE=DATE:20101224', 'RRULE:FREQ=YEARLY'),
      ['2026-12-23 23:00 – 2026-12-24 23:00'],
    ],
    [
      'on the first Monday of a month',
      event(
        'DTSTART;VALUE=DATE:20260105',
        'RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2',
      ),
      [
        '2026-01-04 23:00 – 2026-01-05 23:00',
        '2026-02-01 23:00 – 2026-02-02 23:00',
      ],
    ],
    [
      'over the hour that is there twice, until its second end',
      event(
        'DTSTART;TZID=Europe/Berlin:20261025T020000',
        'DTEND;TZID=Europe/Berlin:20261025T030000',
      ),
      ['2026-10-25 00:00 – 2026-10-25 02:00'],
    ],
    [
      'in the hour that is there twice: from the first start to the last end',
      event('DTSTART;TZID=Europe/Berlin:20261025T021500', 'DURATION:PT30M'),
      ['2026-10-25 00:15 – 2026-10-25 01:45'],
    ],
    [
      'that lasts for months',
      event('DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20261001'),
      ['2026-01-04 23:00 – 2026-09-30 22:00'],
    ],
    [
      'that had begun before',
      event('DTSTART:20251230T090000Z', 'DTEND:20260105T170000Z'),
      ['2025-12-30 09:00 – 2026-01-05 17:00'],
    ],
    [
      'free at one of its times',
      [
        ...event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=2'),
        ...event(
          'RECURRENCE-ID;VALUE=DATE:20260105',
          'DTSTART;VALUE=DATE:20260105',
          'TRANSP:TRANSPARENT',
        ),
      ],
      ['2026-01-05 23:00 – 2026-01-06 23:00'],
    ],
    [
      'without a day that is excepted',
      event(
        'DTSTART;VALUE=DATE:20260105',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;VALUE=DATE:20260106',
      ),
      [
        '2026-01-04 23:00 – 2026-01-05 23:00',
        '2026-01-06 23:00 – 2026-01-07 23:00',
      ],
    ],
    [
      'with an occurrence that was moved, and one that was cancelled',
      [
        ...event(
          'DTSTART:20260105T090000Z',
          'DTEND:20260105T100000Z',
          'RRULE:FREQ=DAILY;COUNT=3',
        ),
        ...event(
          'RECURRENCE-ID:20260106T090000Z',
          'DTSTART:20260106T120000Z',
          'DTEND:20260106T130000Z',
        ),
        ...event(
          'RECURRENCE-ID:20260107T090000Z',
          'DTSTART:20260107T090000Z',
          'DTEND:20260107T100000Z',
          'STATUS:CANCELLED',
        ),
      ],
      [
        '2026-01-05 09:00 – 2026-01-05 10:00',
        '2026-01-06 12:00 – 2026-01-06 13:00',
      ],
    ],
    [
      'in a zone that only the file knows',
      [
        ...['BEGIN:VTIMEZONE', 'TZID:Here', 'BEGIN:STANDARD'],
        ...[
          'DTSTART:19700101T000000',
          'TZOFFSETFROM:+0300',
          'TZOFFSETTO:+0300',
        ],
        ...['END:STANDARD', 'END:VTIMEZONE'],
        ...event(
          'DTSTART;TZID=Here:20260105T090000',
          'DTEND;TZID=Here:20260105T100000',
        ),
      ],
      ['2026-01-05 06:00 – 2026-01-05 07:00'],
    ],
    [
      'not when it is cancelled',
      event(
        'DTSTART:20260105T090000Z',
        'DTEND:20260105T170000Z',
        'STATUS:CANCELLED',
      ),
      [],
    ],
    [
      'not when it leaves the person free',
      event(
        'DTSTART:20260105T090000Z',
        'DTEND:20260105T170000Z',
        'TRANSP:TRANSPARENT',
      ),
      [],
    ],
    [
      'not when it is over',
      event('DTSTART:20250105T090000Z', 'DTEND:20250105T170000Z'),
      [],
    ],
    [
      'not when it begins later than asked',
      event('DTSTART:20270105T090000Z', 'DTEND:20270105T170000Z'),
      [],
    ],
  ])('is one %s', (_, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });

  it('has a user, and an id that stays the same', () => {
    const text = calendar(
      ...event('DTSTART:20260105T090000Z', 'DTEND:20260105T170000Z'),
    );
    const read = () => absencesFromCalendar(text, reading);
    expect(read()).toEqual({
      absences: [
        {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          user: 'user:default/ada',
          from: '2026-01-05T09:00:00.000Z',
          to: '2026-01-05T17:00:00.000Z',
        },
      ],
      skipped: [],
    });
    expect(read()).toEqual(read());
  });

  it('has an id of its own for each person, event and time', () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=2'),
      ...['BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20260105', 'END:VEVENT'],
    );
    const ids = ['user:default/ada', 'user:default/bo'].flatMap(user =>
      absencesFromCalendar(text, { ...reading, user }).absences.map(
        ({ id }) => id,
      ),
    );
    expect(new Set(ids).size).toBe(6);
  });

  it.each([
    [
      'has no length',
      ['DTSTART:20260105T090000Z', 'DTEND:20260105T090000Z'],
      'it ends when it begins',
    ],
    [
      'is in a zone that nobody knows',
      ['DTSTART;TZID=Nowhere:20260105T090000', 'DURATION:PT1H'],
      'its time zone Nowhere is neither in the IANA database nor in the file',
    ],
    [
      'lasts for ever',
      ['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20460105'],
      'it lasts more than 3653 days',
    ],
    [
      'recurs every second',
      ['DTSTART:20260105T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY'],
      'its recurrence: FREQ=SECONDLY is too often: it may recur daily, weekly, monthly or yearly',
    ],
    [
      'recurs on a day that never comes',
      [
        ...['DTSTART:20260105T090000Z', 'DURATION:PT1H'],
        'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      ],
      'its recurrence: none of its months has such a day',
    ],
    [
      'began too long ago',
      ['DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY'],
      'its days are too far away, or it began too long ago; let it begin later',
    ],
  ])('is left out, and told, when it %s', (_, lines, because) => {
    const text = calendar(...event(...lines));
    expect(absencesFromCalendar(text, reading)).toEqual({
      absences: [],
      skipped: [{ uid: '1', because }],
    });
  });

  it('that cannot be read hides no other', () => {
    const text = calendar(
      ...event('DTSTART:20260105T090000Z', 'RRULE:FREQ=SECONDLY'),
      ...['BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20260106', 'END:VEVENT'],
    );
    const { absences, skipped } = absencesFromCalendar(text, reading);
    expect(absences.map(({ from }) => from)).toEqual([
      '2026-01-05T23:00:00.000Z',
    ]);
    expect(skipped.map(({ uid }) => uid)).toEqual(['1']);
  });

  it('is looked for only so long in all events together', () => {
    const rare = Array.from({ length: 60 }, (_, i) => [
      ...['BEGIN:VEVENT', `UID:${i}`, 'DTSTART;VALUE=DATE:19960101'],
      ...['RRULE:FREQ=DAILY;BYMONTHDAY=5', 'END:VEVENT'],
    ]);
    const { absences, skipped } = absencesFromCalendar(
      calendar(...rare.flat()),
      reading,
    );
    expect(absences).toHaveLength((rare.length - skipped.length) * 12);
    expect(new Set(skipped.map(({ because }) => because))).toEqual(
      new Set(['too many days were looked at for the events before it']),
    );
  });

  it.each([
    '',
    'BEGIN:VEVENT\r\nEND:VEVENT',
    '<html></html>',
    'BEGIN:VCALENDAR',
  ])('cannot be read from %j', text => {
    expect(() => absencesFromCalendar(text, reading)).toThrow(
      /^it is no iCalendar file: ./,
    );
  });
});
