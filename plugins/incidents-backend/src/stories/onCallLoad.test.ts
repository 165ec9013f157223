import { isPermission } from '@backstage/plugin-permission-common';
import {
  onCallReadPermission,
  type LoadReport,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type HouseOptions } from '../testing/house';
import { pager, twoSteps } from '../testing/pager';
import { allow, deny, permissionsBy } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const friday = '2026-11-20T03:00:00.000Z';

/** By days, from nine to nine in Berlin: Ada on Thursday, Bo on Friday, … */
const schedule = {
  ...{ name: 'till', title: 'Till, with = in it', timeZone: 'Europe/Berlin' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'daily', participants: [ada, bo] },
          turn: { every: 1, unit: 'days' },
          ...{ handoff: { time: '09:00' }, startsAt: '2026-11-19' },
        },
      ],
    },
  ],
};

/** The checkout is answered by the schedule; Bo lives in Tokyo, and has a name that a spreadsheet would run. */
const entities = company().map(entity => {
  const { name } = entity.metadata;
  const annotations: Record<string, Record<string, string>> = {
    checkout: { 'incidents/on-call': 'native:till' },
    bo: { 'incidents/time-zone': 'Asia/Tokyo' },
  };
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: annotations[name] },
    ...(name === 'bo' && {
      spec: { profile: { displayName: '=Bo', email: 'bo@shop.example' } },
    }),
  };
});

describe.each(engines.ids)('what being on call costs, on %s', id => {
  let knex: Knex;
  const closing: Array<() => Promise<void>> = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function open(more: HouseOptions = {}) {
    const phones = [pager(), pager('mail')];
    const h = await house({
      ...{ knex, entities, ...more },
      config: { escalation: { policies: [twoSteps] } },
      features: phones.map(({ feature }) => feature),
    });
    closing.push(() => h.stop());
    await h.post('/oncall/schedules', schedule);
    const load = async (query = ''): Promise<LoadReport> =>
      (await h.get(`/oncall/load${query}`)).body;
    const lines = async (query = '') => {
      const { people } = await load(query);
      return people.map(one =>
        [
          one.person.displayName,
          `${one.timeZoneOf} ${one.timeZone}`,
          `${one.shifts} shifts`,
          `${one.hours} h`,
          `${one.nights} nights`,
          `${one.weekendHours} h of weekend`,
          `${one.pages} pages`,
          `${one.sleepPages} asleep`,
          `${one.offDutyPages} off duty`,
        ].join(', '),
      );
    };
    return { ...h, load, lines };
  }

  const twoDays = '?from=2026-11-19T08:00:00.000Z&to=2026-11-21T08:00:00.000Z';

  it('is told for each person, with the pages that woke them', async () => {
    const h = await open();
    // Four in the morning in Berlin, where Ada is on call.
    await h.fires('Checkout 5xx');
    await h.waits({});
    await h.post('/incidents/INC-1/pages/acknowledge', {});
    // Bo helps, at noon in Tokyo; he has not begun yet.
    await h.post('/incidents/INC-1/pages', { user: bo });
    await h.waits({});
    expect(await h.lines(twoDays)).toEqual([
      'Ada, schedule Europe/Berlin, 1 shifts, 24 h, 1 nights, 0 h of weekend, 1 pages, 1 asleep, 0 off duty',
      '=Bo, person Asia/Tokyo, 1 shifts, 24 h, 1 nights, 17 h of weekend, 1 pages, 0 asleep, 1 off duty',
    ]);
    // Of one schedule only what came while they were on call by it.
    expect(await h.lines(`${twoDays}&schedule=till`)).toEqual([
      'Ada, schedule Europe/Berlin, 1 shifts, 24 h, 1 nights, 0 h of weekend, 1 pages, 1 asleep, 0 off duty',
      '=Bo, person Asia/Tokyo, 1 shifts, 24 h, 1 nights, 17 h of weekend, 0 pages, 0 asleep, 0 off duty',
    ]);
  });

  it('counts the last four weeks unless told otherwise, and who was called without being on call', async () => {
    const h = await open();
    await h.fires('Ledger slow', 'ledger');
    await h.waits({});
    h.passes({ minutes: 1 });
    const report = await h.load();
    expect(report).toMatchObject({
      ...{ from: '2026-10-23T03:01:00.000Z', to: '2026-11-20T03:01:00.000Z' },
      schedules: 1,
    });
    // The owner group answers for the ledger.
    expect(await h.lines()).toEqual([
      'Ada, schedule Europe/Berlin, 1 shifts, 19.016666666666666 h, 1 nights, 0 h of weekend, 1 pages, 1 asleep, 0 off duty',
      '=Bo, person Asia/Tokyo, 0 shifts, 0 h, 0 nights, 0 h of weekend, 1 pages, 0 asleep, 1 off duty',
    ]);
  });

  it('counts a schedule until it went into the archive', async () => {
    const h = await open();
    await h.post('/oncall/schedules/till/archive', { version: 1 });
    const { people, schedules } = await h.load(twoDays);
    expect(schedules).toBe(1);
    expect(people.map(one => [one.person.ref, one.hours])).toEqual([[ada, 19]]);
    const later = '?from=2026-11-20T04:00:00.000Z&to=2026-11-21T08:00:00.000Z';
    expect(await h.load(later)).toMatchObject({ schedules: 0, people: [] });
  });

  it('goes out as a file for pay, a line for each shift', async () => {
    const h = await open();
    const span = {
      level: 'Primary',
      from: friday,
      to: '2026-11-20T06:00:00.000Z',
    };
    await h.post('/oncall/schedules/till/overrides', {
      ...{ kind: 'replace', user: bo, reason: 'a private matter', ...span },
    });
    const { status, headers, text } = await h.get(`/oncall/load.csv${twoDays}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="on-call-shifts.csv"',
    );
    expect(text).not.toContain('private');
    expect(text.replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "schedule,schedule_title,level,level_name,person,name,from,to,time_zone,from_utc,to_utc,hours,night_hours,weekend_hours,nights_in,kind
      till,"Till, with = in it",1,Primary,user:default/ada,Ada,2026-11-19 09:00,2026-11-20 04:00,Europe/Berlin,2026-11-19T08:00:00.000Z,2026-11-20T03:00:00.000Z,19,6,0,Europe/Berlin,rotation
      till,"Till, with = in it",1,Primary,user:default/bo,'=Bo,2026-11-20 04:00,2026-11-20 07:00,Europe/Berlin,2026-11-20T03:00:00.000Z,2026-11-20T06:00:00.000Z,3,0,0,Asia/Tokyo,override
      till,"Till, with = in it",1,Primary,user:default/ada,Ada,2026-11-20 07:00,2026-11-20 09:00,Europe/Berlin,2026-11-20T06:00:00.000Z,2026-11-20T08:00:00.000Z,2,0,0,Europe/Berlin,rotation
      till,"Till, with = in it",1,Primary,user:default/bo,'=Bo,2026-11-20 09:00,2026-11-21 09:00,Europe/Berlin,2026-11-20T08:00:00.000Z,2026-11-21T08:00:00.000Z,24,8,17,Asia/Tokyo,rotation
      "
    `);
  });

  it.each([
    ['?schedule=gone', 404, 'There is no schedule "gone"'],
    [
      '?from=2026-11-20T00:00:00.000Z&to=2026-11-20T00:00:00.000Z',
      400,
      'The query is not valid: to: must be later than from',
    ],
    [
      '?from=2026-11-21T00:00:00.000Z',
      400,
      'The query is not valid: to: is needed, since from is not in the past',
    ],
    [
      '?from=2025-11-18T00:00:00.000Z&to=2026-11-20T00:00:00.000Z',
      400,
      'The query is not valid: to: must be at most 366 days after from',
    ],
    [
      '?schedule=No',
      400,
      'The query is not valid: schedule: must be small letters, digits and hyphens',
    ],
    [
      '?from=yesterday',
      400,
      'The query is not valid: from: must be an instant such as 2026-03-01T08:00:00.000Z; from: must lie between 2000 and 2100',
    ],
  ])('refuses %s with a sentence', async (query, status, message) => {
    const h = await open();
    for (const path of ['/oncall/load', '/oncall/load.csv']) {
      const answer = await h.get(path + query);
      expect([answer.status, answer.body.error.message]).toEqual([
        ...[status, message],
      ]);
    }
  });

  it('is refused when it is too much, before it is reckoned', async () => {
    const h = await open();
    const hourly = (name: string) => ({
      name,
      rotations: Array.from({ length: 20 }, (_, i) => ({
        ...schedule.levels[0].rotations[0],
        ...{ name: `hourly ${i}`, turn: { every: 1, unit: 'hours' } },
      })),
    });
    for (const name of ['one', 'two']) {
      await h.post('/oncall/schedules', {
        ...{ ...schedule, name, levels: [hourly('a')] },
      });
    }
    const year = '?from=2026-11-20T00:00:00.000Z&to=2027-11-20T00:00:00.000Z';
    const { status, body } = await h.get(`/oncall/load${year}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^The query is not valid: to: there are (more than 250000|too many) turns until then.*; ask for a shorter time, or for one schedule$/,
    );
  });

  it('is told to nobody who may not see people', async () => {
    const h = await open({
      permissions: permissionsBy((permission, user) =>
        user === bo && isPermission(permission, onCallReadPermission)
          ? deny
          : allow,
      ),
    });
    for (const path of ['/oncall/load', '/oncall/load.csv']) {
      const { status, text } = await h.get(path, bo);
      expect(status).toBe(403);
      expect(text).not.toMatch(/Ada/);
    }
  });
});
