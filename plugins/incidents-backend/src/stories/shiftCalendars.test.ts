import ICAL from 'ical.js';
import {
  onCallReadPermission,
  onCallScheduleUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { guardedHouse } from '../testing/guardedHouse';
import { house, type House } from '../testing/house';
import { allow, deny } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const root = 'user:default/root';
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'weekly', participants: [ada, bo] },
          ...{ turn: { every: 1, unit: 'weeks' }, handoff: { time: '09:00' } },
          startsAt: '2026-10-19',
        },
      ],
    },
  ],
};

const eventsOf = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar
    .getAllSubcomponents('vevent')
    .map(event => new ICAL.Event(event));
};
const told = (file: string) =>
  eventsOf(file).map(({ startDate, endDate, summary }) =>
    [startDate.toJSDate(), endDate.toJSDate()]
      .map(at => at.toISOString().slice(0, 16))
      .concat(summary)
      .join(' '),
  );

describe.each(engines.ids)('shifts in calendars, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
    await h.post('/oncall/schedules', schedule);
  });
  afterEach(() => h.stop());

  const share = async (about: object, user = ada) =>
    (await h.post('/oncall/calendars', about, user)).body;
  /** As a calendar program does: without a word of who asks. */
  const open = (path: string) => h.agent.get(`/api/incidents${path}`);

  it('are read by a program that knows nothing but the address', async () => {
    const { path } = await share({ schedule: 'checkout' });
    const { status, text, headers } = await open(path);
    expect([status, headers['content-type']]).toEqual([
      ...[200, 'text/calendar; charset=utf-8'],
    ]);
    // Two weeks back; the clocks of Berlin went back on 25 October.
    expect(told(text).slice(0, 3)).toEqual([
      '2026-11-06T00:00 2026-11-09T08:00 Ada: Checkout (Primary)',
      '2026-11-09T08:00 2026-11-16T08:00 Bo: Checkout (Primary)',
      '2026-11-16T08:00 2026-11-23T08:00 Ada: Checkout (Primary)',
    ]);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const say = (name: string) => calendar.getFirstPropertyValue(name);
    expect([say('x-wr-calname'), say('x-wr-timezone')]).toEqual([
      ...['Checkout', 'Europe/Berlin'],
    ]);
  });

  it('keep the time on the wall when the clocks change', async () => {
    const { path } = await share({ schedule: 'checkout' });
    h.passes({ hours: 24 * 100 });
    const { text } = await open(path);
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20270322T090000');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    const starts = eventsOf((await open(path)).text).map(({ startDate }) =>
      startDate.toJSDate().toLocaleTimeString('en-GB', {
        timeZone: 'Europe/Berlin',
      }),
    );
    expect(new Set(starts.slice(1))).toEqual(new Set(['09:00:00']));
    const utc = eventsOf((await open(path)).text).map(({ startDate }) =>
      startDate.toJSDate().getUTCHours(),
    );
    expect(new Set(utc.slice(1))).toEqual(new Set([8, 7]));
  });

  it('are known again by their uid, and follow what is changed', async () => {
    const { path } = await share({ schedule: 'checkout', user: bo });
    const before = eventsOf((await open(path)).text);
    expect(before.map(({ uid }) => uid)).toHaveLength(
      new Set(before.map(({ uid }) => uid)).size,
    );
    expect(before[0].summary).toBe('Bo: Checkout (Primary)');
    await h.post('/oncall/schedules/checkout/overrides', {
      ...{ kind: 'replace', level: 'Primary', user: bo },
      ...{ from: '2026-11-21T09:00', to: '2026-11-21T12:00' },
    });
    const after = eventsOf((await open(path)).text);
    expect(after).toHaveLength(before.length + 1);
    const uids = after.map(({ uid }) => uid);
    for (const { uid } of before) expect(uids).toContain(uid);
  });

  it('are of one person over all schedules, without the names of others', async () => {
    await h.post('/oncall/schedules', {
      ...{ ...schedule, name: 'till', title: 'Till' },
    });
    const { path } = await share({ user: ada });
    const { text } = await open(path);
    expect(text).toContain('Ada: Till (Primary)');
    expect(text).toContain('Ada: Checkout (Primary)');
    expect(text).not.toMatch(/Bo\b/);
  });

  it('are gone for whoever has another secret, and once the address is revoked', async () => {
    const { path, id: known } = await share({ schedule: 'checkout' });
    const statuses = async () => {
      const paths = [
        path,
        `/calendars/${known}.guessed.ics`,
        '/calendars/nobody.guessed.ics',
        '/calendars/%00.x.ics',
      ];
      const found = [];
      for (const one of paths) found.push((await open(one)).status);
      return found;
    };
    expect(await statuses()).toEqual([200, 404, 404, 404]);
    expect((await h.get('/oncall/calendars')).body.items).toEqual([
      {
        ...{ id: known, schedule: 'checkout' },
        createdBy: { type: 'user', ref: ada },
        createdAt: '2026-11-20T03:00:00.000Z',
      },
    ]);
    const revoked = await h.post(`/oncall/calendars/${known}/revoke`, {});
    expect(revoked.body.revokedAt).toBe('2026-11-20T03:00:00.000Z');
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    expect((await h.get('/oncall/calendars')).body.items).toEqual([]);
  });

  it('are not read more than thirty times a minute', async () => {
    const { path } = await share({ schedule: 'checkout' });
    for (let i = 0; i < 30; i++) await open(path);
    const { status, headers } = await open(path);
    expect([status, headers['retry-after']]).toEqual([429, '60']);
    expect((await open('/calendars/x.y.ics')).status).toBe(404);
    h.passes({ minutes: 1 });
    expect((await open(path)).status).toBe(200);
  });

  it('are none of a schedule in the archive, or that is not there', async () => {
    const { path } = await share({ schedule: 'checkout' });
    await h.post('/oncall/schedules/checkout/archive', { version: 1 });
    expect(told((await open(path)).text)).toEqual([]);
    const { status } = await h.post('/oncall/calendars', { schedule: 'gone' });
    expect(status).toBe(404);
    const nothing = await h.post('/oncall/calendars', {});
    expect([nothing.status, nothing.body.error.message]).toEqual([
      400,
      'The body is not valid: must have a schedule or a user',
    ]);
  });
});

it('who may not see people shares their own shifts alone, and revokes no address of others', async () => {
  const denied = [
    onCallReadPermission.name,
    onCallScheduleUpdatePermission.name,
  ];
  const h = await guardedHouse(({ name }, user) =>
    user !== root && denied.includes(name) ? deny : allow,
  );
  await h.post('/oncall/schedules', schedule, root);
  const mine = await h.post('/oncall/calendars', { user: ada });
  expect(mine.status).toBe(201);
  for (const asked of [{ user: bo }, { schedule: 'checkout' }]) {
    const { status, body } = await h.post('/oncall/calendars', asked);
    expect([status, body.error.message]).toEqual([
      403,
      'This needs incidents.oncall.read',
    ]);
  }
  const revoke = `/oncall/calendars/${mine.body.id}/revoke`;
  expect((await h.post(revoke, {}, bo)).status).toBe(403);
  expect((await h.post(revoke, {}, root)).status).toBe(200);
  await h.stop();
});
