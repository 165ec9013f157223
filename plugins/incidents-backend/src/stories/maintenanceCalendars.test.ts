import type {
  ImportReply,
  Maintenance,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { openCalendar } from '../testing/openCalendar';

const engines = openEngines();
const checkout = 'component:default/checkout';
const ledger = 'component:default/ledger';

const calendarOf = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test'],
    ...lines,
    ...['END:VCALENDAR', ''],
  ].join('\r\n');
const event = (uid: string, ...lines: string[]) => [
  ...['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${uid}`],
  ...lines,
  'END:VEVENT',
];
/** Each night from four to five, by the clocks of Berlin: from three to four in UTC. */
const nightly = (...more: string[]) =>
  event(
    'Backup',
    'DTSTART;TZID=Europe/Berlin:20261119T040000',
    ...['DURATION:PT1H', 'RRULE:FREQ=DAILY', ...more],
  );

describe.each(engines.ids)('a calendar of the config, on %s', id => {
  let h: House;
  let knex: Knex;
  const published = openCalendar('secret-4711.ics');

  const calendar = (about: object = {}) => ({
    ...{
      id: 'ops',
      url: published.url,
      allowPrivateAddress: true,
      entityRefs: [checkout],
    },
    ...about,
  });
  const start = (calendars: object[] = [calendar()]) =>
    house({ knex, config: { maintenance: { calendars } } });
  beforeEach(async () => {
    knex = await engines.migrated(id);
    published.answer = { status: 200, body: calendarOf(...nightly()) };
    h = await start();
    await h.waits({ seconds: 1 });
  });
  afterEach(() => h.stop());

  const windows = async (query = ''): Promise<Maintenance[]> =>
    (await h.get(`/maintenance${query}`)).body.items;
  const fares = async () =>
    (await h.get('/maintenance/calendars')).body.items[0];
  const says = async (body: string, status = 200) => {
    published.answer = { status, body };
    await h.waits({ minutes: 15 });
  };

  it('holds what its events cover, when they say so', async () => {
    expect(await windows()).toMatchObject([
      {
        ...{ title: 'Backup', entityRefs: [checkout], status: 'active' },
        ...{ origin: 'calendar', calendar: 'ops', recurrence: 'FREQ=DAILY' },
        ...{ zone: 'Europe/Berlin', start: '2026-11-19T04:00:00' },
        createdBy: { type: 'system', ref: 'calendar:ops' },
      },
    ]);
    await h.fires('Checkout 5xx');
    expect((await h.alerts())[0].triage.reason).toBe(
      'in maintenance until 2026-11-20T04:00:00.000Z by calendar:ops, “Backup”',
    );
    await h.waits({ hours: 1 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('has exceptions: a night that is left out is loud, and one that is moved is quiet when it is', async () => {
    await says(
      calendarOf(
        ...nightly('EXDATE;TZID=Europe/Berlin:20261121T040000'),
        ...event(
          'Backup',
          'RECURRENCE-ID;TZID=Europe/Berlin:20261122T040000',
          ...['DTSTART:20261122T100000Z', 'DTEND:20261122T110000Z'],
        ),
      ),
    );
    const isHeldIn = async (hours: number) => {
      await h.waits({ hours });
      const title = `${h.now().toISOString()}`;
      const { body } = await h.fires(title);
      await h.resolves(title);
      return body.alerts[0].triage.outcome === 'maintenance';
    };
    expect(await isHeldIn(24)).toBe(false);
    expect(await isHeldIn(24)).toBe(false);
    expect(await isHeldIn(7)).toBe(true);
    expect(await isHeldIn(17)).toBe(true);
  });

  it('is read when it is due, and what has changed in it is changed', async () => {
    const [before] = await windows();
    published.answer.body = calendarOf(
      ...nightly(`DESCRIPTION:entity: ${ledger}`),
    );
    await h.waits({ minutes: 14 });
    expect((await windows())[0].entityRefs).toEqual([checkout]);
    await h.waits({ minutes: 1 });
    expect(await windows()).toMatchObject([
      { id: before.id, entityRefs: [ledger] },
    ]);
    const kinds = await knex('incidents_timeline').orderBy('seq').pluck('kind');
    expect(kinds).toEqual(['maintenance.planned', 'maintenance.changed']);
    await h.waits({ minutes: 15 });
    expect(await knex('incidents_timeline')).toHaveLength(2);
  });

  it('ends what is no longer in it', async () => {
    await h.fires('Checkout 5xx');
    await says(calendarOf());
    expect(await windows()).toEqual([]);
    expect(await windows('?status=ended')).toMatchObject([
      { endedBy: 'calendar:ops', held: 1 },
    ]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('does not bring back what somebody has ended, until the event is another', async () => {
    const [{ id: window }] = await windows();
    await h.post(`/maintenance/${window}/end`, { what: 'all' });
    await h.waits({ minutes: 15 });
    expect(await windows()).toEqual([]);
    await says(calendarOf(...nightly('DESCRIPTION:moved after all')));
    expect(await windows()).toMatchObject([{ id: window }]);
    expect((await windows())[0]).not.toHaveProperty('endedBy');
  });

  it.each<[string, number, string, string]>([
    ['an error', 500, '', 'it answers 500'],
    ['a page to sign in', 200, '<html>', 'it is no iCalendar file: '],
  ])(
    'that answers with %s leaves what it said last, and says since when',
    async (_, status, body, failure) => {
      await says(body, status);
      const since = h.now().toISOString();
      await h.waits({ minutes: 15 });
      expect(await fares()).toEqual({
        ...{ id: 'ops', windows: 1, remarks: [] },
        readAt: '2026-11-20T03:00:01.000Z',
        triedAt: h.now().toISOString(),
        failingSince: since,
        failure: expect.stringContaining(failure),
      });
      await h.fires('Checkout 5xx');
      expect(await h.alerts('?outcome=maintenance')).toHaveLength(1);
      await says(calendarOf(...nightly()));
      expect(await fares()).toEqual({
        ...{ id: 'ops', windows: 1, remarks: [] },
        readAt: h.now().toISOString(),
        triedAt: h.now().toISOString(),
      });
    },
  );

  it('says which events it left out, and why', async () => {
    await says(
      calendarOf(
        ...nightly(),
        ...event('Hostile', 'DTSTART:20261121T020000Z', 'DURATION:PT1S'),
        ...event(
          'Often',
          ...['DTSTART:20261121T020000Z', 'DURATION:PT1H'],
          'RRULE:FREQ=SECONDLY',
        ),
        ...event('Long ago', 'DTSTART:20200101T020000Z', 'DURATION:PT1H'),
      ),
    );
    expect((await fares()).remarks).toEqual([
      { title: 'Hostile', reason: 'it ends when it begins' },
      {
        title: 'Often',
        reason:
          'its recurrence: FREQ=SECONDLY is too often: it may recur daily, weekly, monthly or yearly',
      },
    ]);
    expect(await windows()).toHaveLength(1);
  });

  it('that left the config leaves nothing behind that holds', async () => {
    await h.stop();
    h = await start([]);
    await h.waits({ seconds: 1 });
    expect(await windows()).toEqual([]);
    expect((await h.get('/maintenance/calendars')).body.items).toEqual([]);
  });

  it('in a private network is not asked, unless that is allowed', async () => {
    await h.stop();
    h = await start([
      calendar({
        ...{ id: 'inside', allowPrivateAddress: false },
        url: published.url.replace('http:', 'https:'),
      }),
    ]);
    await h.waits({ seconds: 1 });
    const { failure, readAt } = await fares();
    expect([failure, readAt]).toEqual([
      '127.0.0.1 is in a private network, where it may not be asked',
      undefined,
    ]);
  });

  it('is changed where it is kept', async () => {
    const [{ id: window }] = await windows();
    const { status, body } = await h.post(`/maintenance/${window}/change`, {
      ...{ title: 'Mine', entityRefs: [checkout], zone: 'UTC' },
      ...{ start: '2026-11-21T02:00', end: '2026-11-21T04:00' },
    });
    expect([status, body.error.message]).toEqual([
      409,
      'It comes from the calendar ops; change it there',
    ]);
  });

  it('has an address that nobody is told', async () => {
    await says('', 500);
    const told = [
      await fares(),
      await windows(),
      await knex('incidents_maintenance'),
      await knex('incidents_maintenance_calendars'),
      await knex('incidents_timeline'),
    ];
    expect(JSON.stringify(told)).not.toContain('4711');
  });
});

describe.each(engines.ids)('a calendar file that is sent in, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  const send = async (ics: string, about: object = {}) => {
    const sent = { ics, entityRefs: [checkout], ...about };
    const { status, body } = await h.post('/maintenance/import', sent);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body as ImportReply;
  };
  const windows = async (): Promise<Maintenance[]> =>
    (await h.get('/maintenance')).body.items;
  const became = ({ events }: ImportReply) =>
    events.map(event1 => [event1.title, event1.became]);
  const file = calendarOf(
    ...nightly(),
    ...event(
      'Disks',
      ...['DTSTART;VALUE=DATE:20261122', 'CATEGORIES:component:ledger'],
    ),
    ...event('Old', 'DTSTART:20200101T020000Z', 'DURATION:PT1H'),
    ...event(
      'Strange',
      ...['DTSTART:20261122T020000Z', 'DURATION:PT1H'],
      'CATEGORIES:component:default/nobody',
    ),
  );

  it('is tried without a trace, and says what it would do', async () => {
    const tried = await send(file, { dryRun: true, zone: 'Asia/Tokyo' });
    expect(tried).toEqual({
      dryRun: true,
      events: [
        {
          ...{ title: 'Backup', became: 'created', reason: 'the event is new' },
          ...{ entityRefs: [checkout], zone: 'Europe/Berlin' },
          recurrence: 'FREQ=DAILY',
          next: {
            startsAt: '2026-11-20T03:00:00.000Z',
            endsAt: '2026-11-20T04:00:00.000Z',
          },
        },
        {
          ...{ title: 'Disks', became: 'created', reason: 'the event is new' },
          ...{ entityRefs: [ledger], zone: 'Asia/Tokyo' },
          next: {
            startsAt: '2026-11-21T15:00:00.000Z',
            endsAt: '2026-11-22T15:00:00.000Z',
          },
        },
        {
          ...{ title: 'Old', became: 'skipped', zone: 'UTC' },
          reason: 'it is over already: no time of it is to come',
          entityRefs: [checkout],
        },
        {
          ...{ title: 'Strange', became: 'skipped', entityRefs: [] },
          reason: 'component:default/nobody is not in the catalog',
        },
      ],
    });
    expect(await windows()).toEqual([]);
    expect(await knex('incidents_timeline')).toEqual([]);
    const done = await send(file, { zone: 'Asia/Tokyo' });
    expect(done).toEqual({ ...tried, dryRun: false });
    expect(await windows()).toMatchObject([
      { title: 'Backup', origin: 'file', status: 'active' },
      { title: 'Disks', createdBy: { ref: 'user:default/ada' } },
    ]);
  });

  it('that is sent in again changes what is another now, and ends what was called off', async () => {
    await send(file);
    expect(became(await send(file))).toEqual([
      ...[
        ['Backup', 'unchanged'],
        ['Disks', 'unchanged'],
      ],
      ...[
        ['Old', 'skipped'],
        ['Strange', 'skipped'],
      ],
    ]);
    const later = calendarOf(
      ...nightly('STATUS:CANCELLED'),
      ...event('Disks', 'DTSTART;VALUE=DATE:20261123'),
    );
    expect(became(await send(later))).toEqual([
      ['Disks', 'changed'],
      ['Backup', 'ended'],
    ]);
    expect(await windows()).toMatchObject([{ title: 'Disks' }]);
  });

  it('holds once it is in, and is changed by another file', async () => {
    await send(file);
    const [{ id: window }] = await windows();
    const { body } = await h.post(`/maintenance/${window}/change`, {
      ...{ title: 'Mine', entityRefs: [checkout], zone: 'UTC' },
      ...{ start: '2026-11-21T02:00', end: '2026-11-21T04:00' },
    });
    expect(body.error.message).toBe(
      'It was imported from a file; import the changed file',
    );
    await h.fires('Checkout 5xx');
    expect(await h.alerts('?outcome=maintenance')).toHaveLength(1);
  });

  it.each([
    ['ics: it is no iCalendar file', { ics: 'hello' }],
    ['zone: there is no Mars in the IANA database', { zone: 'Mars' }],
    [
      'component:default/nobody is not in the catalog',
      { entityRefs: ['component:default/nobody'] },
    ],
  ])('is refused: %s', async (message, about) => {
    const sent = { ics: file, ...about };
    const { status, body } = await h.post('/maintenance/import', sent);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('leaves out what names no entity', async () => {
    expect((await send(file, { entityRefs: [] })).events[0]).toMatchObject({
      became: 'skipped',
      reason: 'it names no entity, and there is none for those',
    });
  });
});
