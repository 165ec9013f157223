import {
  onCallOverrideAnyPermission,
  onCallReadPermission,
  type AbsenceCalendar,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { companyNaming } from '../testing/company';
import { openEngines } from '../testing/engines';
import { guardedHouse } from '../testing/guardedHouse';
import { house, type House } from '../testing/house';
import { openCalendar } from '../testing/openCalendar';
import { allow, deny } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const path = '/oncall/absence-calendars';
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'weekly', participants: [ada, bo] },
          ...{ turn: { every: 1, unit: 'weeks' }, handoff: { time: '09:00' } },
          startsAt: '2026-11-16',
        },
      ],
    },
  ],
};

const calendarOf = (...lines: string[]) =>
  [...['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', '']].join(
    '\r\n',
  );
const holiday = (from: string, to: string) => [
  ...['BEGIN:VEVENT', 'UID:holiday', `DTSTART;VALUE=DATE:${from}`],
  ...[`DTEND;VALUE=DATE:${to}`, 'SUMMARY:Holiday', 'END:VEVENT'],
];

describe.each(engines.ids)('who is away by a calendar, on %s', id => {
  let h: House;
  let knex: Knex;
  const published = openCalendar('secret-4711.ics');

  const calendar = () => ({
    ...{
      user: ada,
      url: published.url,
      zone: 'Europe/Berlin',
      allowPrivateAddress: true,
    },
  });
  const start = async (absences: object[] = [calendar()]) => {
    h = await house({
      ...{ knex, config: { onCall: { absences } } },
      entities: companyNaming('native:checkout'),
    });
    return h;
  };
  beforeEach(async () => {
    knex = await engines.migrated(id);
    published.answer = {
      status: 200,
      body: calendarOf(...holiday('20261120', '20261122')),
    };
    await start();
    await h.post('/oncall/schedules', schedule);
  });
  afterEach(() => h.stop());

  const now = async () =>
    (await h.get('/oncall/schedules')).body.items[0].onCall.value[0].people[0]
      .displayName;
  const shifts = async () =>
    (
      await h.get('/oncall/schedules/checkout/shifts?to=2026-11-24T00:00:00Z')
    ).body.shifts.map(
      (one: { from: string; person: { displayName: string } }) =>
        `${one.from.slice(0, 16)} ${one.person.displayName}`,
    );
  const mine = async (): Promise<AbsenceCalendar[]> =>
    (await h.get(path)).body.items;

  it('is not on call, from when it is read on; the next in the order stands in, and is said to', async () => {
    expect(await now()).toBe('Ada');
    await h.scheduler.runAll();
    expect(await now()).toBe('Bo');
    expect(await shifts()).toEqual([
      '2026-11-20T03:00 Bo',
      '2026-11-21T23:00 Ada',
      '2026-11-23T08:00 Bo',
    ]);
    const { body } = await h.get('/oncall/schedules/checkout/shifts');
    expect(body.shifts[0].because).toContain('Ada, who is absent');
    const service = await h.get('/entities/component/default/checkout/summary');
    expect(service.body.onCall.value.levels[0].people[0].ref).toBe(bo);
    const own = await h.get('/oncall/shifts', bo);
    expect(own.body.shifts[0]).toMatchObject({
      from: '2026-11-20T03:00:00.000Z',
    });
    expect((await h.get('/oncall/schedules/checkout')).body.definition).toEqual(
      expect.objectContaining({ absences: [] }),
    );
  });

  it('was away for as long as the calendar said so, whatever it says later', async () => {
    await h.scheduler.runAll();
    published.answer.body = calendarOf();
    await h.waits({ hours: 3 });
    expect(await now()).toBe('Ada');
    const { body } = await h.get(
      '/oncall/schedules/checkout/shifts?from=2026-11-20T03:00:00Z&to=2026-11-21T00:00:00Z',
    );
    expect(
      body.shifts.map((one: { from: string; person: { ref: string } }) => [
        ...[one.from, one.person.ref],
      ]),
    ).toEqual([
      ['2026-11-20T03:00:00.000Z', bo],
      ['2026-11-20T06:00:00.000Z', ada],
    ]);
  });

  it('stays away while the calendar cannot be read, which is told without its address', async () => {
    await h.scheduler.runAll();
    published.answer = { status: 503, body: '' };
    await h.waits({ hours: 1 });
    expect(await now()).toBe('Bo');
    const [one] = await mine();
    expect(one).toMatchObject({
      ...{ user: ada, origin: 'config', absences: 1 },
      ...{ readAt: '2026-11-20T03:00:00.000Z', failure: 'it answers 503' },
    });
    expect(JSON.stringify(one)).not.toContain('secret');
    const revoked = await h.post(`${path}/${one.id}/revoke`, {});
    expect([revoked.status, revoked.body.error.message]).toEqual([
      403,
      'It is in the config, at incidents.onCall.absences: take it out there',
    ]);
  });

  it('is back once the calendar has left the config, and away again when it is there again', async () => {
    await h.scheduler.runAll();
    await h.stop();
    await start([]);
    await h.waits({ minutes: 1 });
    expect(await now()).toBe('Ada');
    expect(await mine()).toEqual([]);
    await h.stop();
    await start();
    await h.waits({ minutes: 16 });
    expect(await now()).toBe('Bo');
  });
});

describe.each(engines.ids)('a calendar of one’s own, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());
  const url = 'https://127.0.0.1/secret-4711.ics';

  it('is added and revoked, and its address is never shown', async () => {
    const added = await h.post(path, { url: 'webcal://127.0.0.1/secret-4711' });
    expect([added.status, added.body]).toEqual([
      201,
      {
        ...{ id: expect.any(String), user: ada, origin: 'person' },
        ...{ host: '127.0.0.1', absences: 0, remarks: [] },
        createdBy: { type: 'user', ref: ada },
        createdAt: '2026-11-20T03:00:00.000Z',
      },
    ]);
    await h.waits({ minutes: 1 });
    const listed = await h.get(path);
    expect(listed.body.items).toMatchObject([
      {
        failure: '127.0.0.1 is in a private network, where it may not be asked',
      },
    ]);
    expect(listed.text).not.toContain('secret');
    const revoke = `${path}/${added.body.id}/revoke`;
    const revoked = await h.post(revoke, {});
    expect(revoked.body.revokedAt).toBe('2026-11-20T03:01:00.000Z');
    expect((await h.post(revoke, {})).body).toEqual(revoked.body);
    expect((await h.get(path)).body.items).toEqual([]);
    expect((await h.post(`${path}/gone/revoke`, {})).status).toBe(404);
  });

  it.each([
    [{ url: 'http://x.y/z' }, 400, 'url: must begin with https://'],
    [{ url: 'https://' }, 400, 'url: must begin with https://'],
    [{ url: 'https://a:b@x.y/z' }, 400, 'url: must have no user name in it'],
    [{ url, zone: 'Mars' }, 400, 'zone: must be the name of a time zone'],
    [{ url, user: 'Ada' }, 400, 'user: must'],
  ])('is refused as %j', async (body, status, message) => {
    const refused = await h.post(path, body);
    expect([refused.status, refused.body.error.message]).toEqual([
      ...[status, expect.stringContaining(message)],
    ]);
  });

  it('is refused twice, and when there are five', async () => {
    const add = (n: number) => h.post(path, { url: `https://x.y/${n}` });
    expect((await add(0)).status).toBe(201);
    expect((await add(0)).status).toBe(409);
    for (let n = 1; n < 5; n++) expect((await add(n)).status).toBe(201);
    expect((await add(5)).body.error.message).toContain(
      'has 5 calendars already',
    );
  });
});

it('calendars of others are for who may change their shifts', async () => {
  const denied = [onCallReadPermission, onCallOverrideAnyPermission];
  const h = await guardedHouse(({ name }, user) =>
    user === bo && denied.some(one => one.name === name) ? deny : allow,
  );
  const url = 'https://x.y/z';
  const added = await h.post(path, { url, user: bo }, ada);
  expect(added.status).toBe(201);
  expect((await h.get(`${path}?user=${bo}`, ada)).body.items).toHaveLength(1);
  const other = (await h.post(path, { url }, ada)).body;
  for (const asked of [
    h.get(`${path}?user=${ada}`, bo),
    h.post(path, { url, user: ada }, bo),
    h.post(`${path}/${other.id}/revoke`, {}, bo),
  ]) {
    expect((await asked).status).toBe(403);
  }
  expect((await h.post(`${path}/${added.body.id}/revoke`, {}, bo)).status).toBe(
    200,
  );
  await h.stop();
});
