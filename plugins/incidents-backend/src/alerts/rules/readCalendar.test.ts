import { readCalendar } from './readCalendar';
import { outlookOf } from './schedule';

const event = (...lines: string[]) => [
  ...['BEGIN:VEVENT', 'UID:u1', 'SUMMARY:Index rebuild'],
  ...lines,
  'END:VEVENT',
];
const file = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test'],
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const read = (...lines: string[]) => readCalendar(file(...lines), undefined);
const one = (...lines: string[]) => read(...event(...lines));
const openings = (
  { events: [{ schedule }] }: ReturnType<typeof readCalendar>,
  now = '2026-11-01T00:00:00Z',
) =>
  outlookOf(schedule, new Date(now), 30 * 86_400_000).openings.map(
    ({ startsAt, endsAt }) => `${startsAt.slice(0, 16)} ${endsAt.slice(0, 16)}`,
  );
const berlin = 'DTSTART;TZID=Europe/Berlin:20261122T020000';

describe('an event of a calendar', () => {
  it.each([
    ['with an end', [berlin, 'DTEND;TZID=Europe/Berlin:20261122T040000']],
    ['with a duration', [berlin, 'DURATION:PT2H']],
    ['in UTC', ['DTSTART:20261122T010000Z', 'DTEND:20261122T030000Z']],
    [
      'with an end in another zone',
      [berlin, 'DTEND;TZID=America/New_York:20261121T220000'],
    ],
    [
      'in a zone that is registered somewhere',
      ['DTSTART;TZID=/Europe/Berlin:20261122T020000', 'DURATION:PT2H'],
    ],
  ])('%s is read', (_, lines) => {
    const calendar = one(...lines);
    expect(calendar).toMatchObject({ skipped: [], cancelled: [] });
    expect(openings(calendar)).toEqual(['2026-11-22T01:00 2026-11-22T03:00']);
  });

  it.each([
    ['UTC, if nothing says more', undefined, [], '2026-11-22T00:00'],
    [
      'as the file says',
      undefined,
      ['X-WR-TIMEZONE:Asia/Tokyo'],
      '2026-11-21T15:00',
    ],
    [
      'as was asked for',
      'Europe/Berlin',
      ['X-WR-TIMEZONE:Asia/Tokyo'],
      '2026-11-21T23:00',
    ],
  ])('of a whole day is in the zone %s', (_, zone, lines, startsAt) => {
    const text = file(...lines, ...event('DTSTART;VALUE=DATE:20261122'));
    const [opening] = openings(readCalendar(text, zone));
    expect(opening.slice(0, 16)).toBe(startsAt);
  });

  it('of several days lasts as long', () => {
    const days = ['DTSTART;VALUE=DATE:20261122', 'DTEND;VALUE=DATE:20261124'];
    expect(openings(one(...days))).toEqual([
      '2026-11-22T00:00 2026-11-24T00:00',
    ]);
  });

  it('has exceptions, additions and times that were moved', () => {
    const calendar = read(
      ...event(
        'DTSTART;TZID=Europe/Berlin:20261101T020000',
        ...['DURATION:PT2H', 'RRULE:FREQ=WEEKLY;UNTIL=20261129T010000Z'],
        'EXDATE;TZID=Europe/Berlin:20261108T020000',
        'RDATE;TZID=Europe/Berlin:20261104T120000',
        'RDATE;VALUE=PERIOD:20261105T100000Z/PT30M',
      ),
      ...event(
        'RECURRENCE-ID;TZID=Europe/Berlin:20261115T020000',
        ...['DTSTART:20261115T200000Z', 'DTEND:20261115T210000Z'],
      ),
      ...event(
        // As some programs write it: in UTC, whatever the event is in.
        ...['RECURRENCE-ID:20261122T010000Z', 'STATUS:CANCELLED', berlin],
      ),
    );
    expect(calendar.skipped).toEqual([]);
    expect(openings(calendar, '2026-10-31T00:00:00Z')).toEqual([
      '2026-11-01T01:00 2026-11-01T03:00',
      '2026-11-04T11:00 2026-11-04T13:00',
      '2026-11-05T10:00 2026-11-05T10:30',
      '2026-11-15T20:00 2026-11-15T21:00',
      '2026-11-29T01:00 2026-11-29T03:00',
    ]);
  });

  it('is moved with all later ones', () => {
    const calendar = read(
      ...event(
        'DTSTART:20261101T020000Z',
        ...['DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'],
      ),
      ...event(
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20261115T020000Z',
        ...['DTSTART:20261115T060000Z', 'DURATION:PT2H'],
      ),
    );
    expect(openings(calendar)).toEqual([
      '2026-11-01T02:00 2026-11-01T03:00',
      '2026-11-08T02:00 2026-11-08T03:00',
      '2026-11-15T06:00 2026-11-15T08:00',
      '2026-11-22T06:00 2026-11-22T08:00',
    ]);
  });

  it('of which only single times were exported has those', () => {
    const time = (day: string) =>
      event(
        `RECURRENCE-ID:202611${day}T020000Z`,
        ...[`DTSTART:202611${day}T030000Z`, 'DURATION:PT1H'],
      );
    expect(openings(read(...time('08'), ...time('15')))).toEqual([
      '2026-11-08T03:00 2026-11-08T04:00',
      '2026-11-15T03:00 2026-11-15T04:00',
    ]);
  });

  it('is known by rules of the file, if the database has no such zone', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time'],
      ...['BEGIN:STANDARD', 'DTSTART:16010101T030000'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT'],
      'END:VTIMEZONE',
    ];
    const calendar = read(
      ...zone,
      ...event(
        'DTSTART;TZID=W. Europe Standard Time:20261018T020000',
        ...['DURATION:PT2H', 'RRULE:FREQ=WEEKLY;COUNT=3'],
      ),
    );
    expect(calendar.skipped).toEqual([]);
    expect(openings(calendar, '2026-10-10T00:00:00Z')).toEqual([
      '2026-10-18T00:00 2026-10-18T02:00',
      '2026-10-25T00:00 2026-10-25T03:00',
      '2026-11-01T01:00 2026-11-01T03:00',
    ]);
    expect(calendar.events[0].schedule.zoneRules).toMatch(/^BEGIN:VTIMEZONE/);
  });

  it('names what it covers, and why', () => {
    const [read1] = one(
      ...[berlin, 'DURATION:PT2H'],
      'CATEGORIES:Work,component:checkout,red:,System:default/Payments',
      'DESCRIPTION:New disks.\\nentity: component:default/ledger\\nAsk Bo.',
    ).events;
    expect(read1).toMatchObject({
      title: 'Index rebuild',
      reason: 'New disks.\n\nAsk Bo.',
      named: [
        'component:default/checkout',
        'system:default/payments',
        'component:default/ledger',
      ],
    });
  });

  it('that was sent twice is the later one', () => {
    const version = (n: number, hour: string) =>
      event(
        `SEQUENCE:${n}`,
        ...[`DTSTART:20261122T${hour}0000Z`, 'DURATION:PT1H'],
      );
    expect(openings(read(...version(2, '05'), ...version(1, '03')))).toEqual([
      '2026-11-22T05:00 2026-11-22T06:00',
    ]);
  });

  it('that was called off is told apart', () => {
    expect(one(berlin, 'DURATION:PT2H', 'STATUS:CANCELLED')).toMatchObject({
      events: [],
      cancelled: [{ uid: 'u1', title: 'Index rebuild' }],
    });
  });

  it.each<[string[], string | RegExp]>([
    [['DURATION:PT2H'], 'it has no beginning'],
    [[berlin], 'it ends when it begins'],
    [[berlin, 'DURATION:-PT2H'], 'it ends when it begins'],
    [[berlin, 'DURATION:P40D'], 'it lasts more than 30 days'],
    [
      [berlin, 'DURATION:PT2H', 'RRULE:FREQ=SECONDLY'],
      /^its recurrence: FREQ=SECONDLY is too often/,
    ],
    [
      [berlin, 'DURATION:PT2H', 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
      'it recurs by more than one rule',
    ],
    [
      ['DTSTART;TZID=Office:20261122T020000', 'DURATION:PT2H'],
      'its time zone Office is neither in the IANA database nor in the file',
    ],
    [
      [berlin, 'DURATION:PT2H', 'DESCRIPTION:entity: checkout'],
      'checkout is no entity ref',
    ],
    [['DTSTART:tomorrow', 'DURATION:PT2H'], /date/],
  ])('with %j is skipped, and says why', (lines, reason) => {
    const { events, skipped } = one(...lines);
    expect(events).toEqual([]);
    expect(skipped).toMatchObject([{ uid: 'u1', title: 'Index rebuild' }]);
    expect(skipped[0].reason).toMatch(reason);
  });

  it('whose clocks would change each second is skipped', () => {
    const calendar = read(
      ...['BEGIN:VTIMEZONE', 'TZID:Mad', 'BEGIN:STANDARD'],
      ...['DTSTART:16010101T030000', 'RRULE:FREQ=SECONDLY'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
      ...['END:STANDARD', 'END:VTIMEZONE'],
      ...event('DTSTART;TZID=Mad:20261122T020000', 'DURATION:PT2H'),
    );
    expect(calendar.skipped[0].reason).toMatch(/clocks are changed yearly/);
  });
});

describe('a file that is no calendar', () => {
  it.each([
    '',
    '<html>Sign in</html>',
    '{"error":"no"}',
    'BEGIN:VCARD\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n',
  ])('such as %j is refused', text => {
    expect(() => readCalendar(text, undefined)).toThrow(
      /^it is no iCalendar file: /,
    );
  });

  it('has too many events', () => {
    const events = [...Array(2_001).keys()].flatMap(n => [
      ...['BEGIN:VEVENT', `UID:${n}`, 'END:VEVENT'],
    ]);
    expect(() => read(...events)).toThrow('it has more than 2000 events');
  });

  it('may have no events', () => {
    expect(read()).toEqual({ events: [], cancelled: [], skipped: [] });
  });

  it('may be several calendars in one, after a byte order mark', () => {
    const two = `\uFEFF${file(...event(berlin, 'DURATION:PT2H'))}${file()}`;
    expect(readCalendar(two, undefined).events).toHaveLength(1);
  });
});
