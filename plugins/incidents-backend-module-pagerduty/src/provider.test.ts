import { mockServices } from '@backstage/backend-test-utils';
import { createApi } from './api';
import { createPagerdutyProvider } from './provider';
import { readSettings } from './settings';
import { jane, standIn, tim, token, type Duty } from './testing/standIn';

const policy = 'PT20YPA';
const schedule = 'PI7DH85';
const from = new Date('2026-11-20T03:00:00Z');
const to = new Date('2026-12-18T03:00:00Z');

describe('who is on call by PagerDuty', () => {
  let there: Awaited<ReturnType<typeof standIn>>;
  let now = from;
  beforeEach(async () => {
    now = from;
    there = await standIn();
  });
  afterEach(() => there.stop());

  const provider = (about: object = {}) => {
    const pagerduty = { token, apiUrl: there.apiUrl, ...about };
    const config = mockServices.rootConfig({
      data: { incidents: { onCall: { pagerduty } } },
    });
    const settings = readSettings(config)!;
    return createPagerdutyProvider(
      createApi(settings, { now: () => now }),
      settings,
    );
  };
  const ask = (target?: string, one = provider()) =>
    one.shifts({ target, from, to, signal: AbortSignal.timeout(10_000) });
  const duty = (about: Partial<Duty>): Duty => ({
    ...{ level: 1, user: jane, policy, schedule },
    ...{ start: '2026-11-19T09:00:00Z', end: '2026-11-20T09:00:00Z' },
    ...about,
  });

  it('is what the levels of an escalation policy say', async () => {
    there.duties = [
      duty({}),
      duty({
        user: tim,
        start: '2026-11-20T10:00:00+01:00',
        end: '2026-12-20T09:00:00Z',
      }),
      duty({
        level: 2,
        user: tim,
        schedule: undefined,
        start: undefined,
        end: undefined,
      }),
      duty({ policy: 'POTHER1' }),
    ];
    expect(await ask(policy)).toEqual({
      subject: 'Engineering Escalation Policy',
      because:
        'The escalation policy “Engineering Escalation Policy” of PagerDuty has them.',
      shifts: [
        {
          ...{ level: 1, levelName: '1. Daily Engineering Rotation' },
          person: { name: 'Jane Doe', email: 'Jane@Shop.example' },
          from: new Date('2026-11-19T09:00:00Z'),
          to: new Date('2026-11-20T09:00:00Z'),
        },
        {
          ...{ level: 1, levelName: '1. Daily Engineering Rotation' },
          person: { name: 'Tim Wright', email: 'tim@shop.example' },
          from: new Date('2026-11-20T09:00:00Z'),
          to: new Date('2026-12-20T09:00:00Z'),
        },
        {
          ...{ level: 2, levelName: 'Level 2', from },
          person: { name: 'Tim Wright', email: 'tim@shop.example' },
        },
      ],
    });
    expect(there.asked.at(-1)).toBe(
      `/oncalls?escalation_policy_ids[]=${policy}&since=2026-11-20T03:00:00.000Z&until=2026-12-18T03:00:00.000Z&include[]=users&time_zone=UTC&limit=100&offset=0`,
    );
  });

  it('goes on where the answer was cut, and without end where there is none', async () => {
    there.duties = [
      duty({ end: to.toISOString() }),
      duty({ user: tim, start: undefined, end: undefined }),
    ];
    const { shifts } = await ask(policy);
    expect(shifts.map(one => [one.to, one.endsLater])).toEqual([
      [to, true],
      [undefined, undefined],
    ]);
  });

  it('is one level of a schedule, however many policies use it', async () => {
    there.duties = [duty({}), duty({ level: 3 }), duty({ policy: 'POTHER1' })];
    const { shifts, because } = await ask(schedule);
    expect(shifts).toHaveLength(1);
    expect(shifts[0]).toMatchObject({
      ...{ level: 1, levelName: 'Daily Engineering Rotation' },
    });
    expect(because).toBe(
      'The schedule “Daily Engineering Rotation” of PagerDuty has them.',
    );
  });

  it('is nobody where a schedule is used by no policy, and says so', async () => {
    expect(await ask(schedule)).toMatchObject({
      shifts: [],
      because:
        'The schedule “Daily Engineering Rotation” of PagerDuty has nobody on call. PagerDuty tells of a schedule only when an escalation policy uses it.',
    });
  });

  it('is read page by page', async () => {
    there.duties = Array.from({ length: 250 }, (_, i) => {
      const hour = (n: number) =>
        new Date(from.getTime() + n * 3_600_000).toISOString();
      return duty({ start: hour(i), end: hour(i + 1) });
    });
    const { shifts } = await ask(policy);
    expect(shifts).toHaveLength(250);
    const pages = there.asked.filter(one => one.startsWith('/oncalls'));
    expect(pages.map(one => one.split('offset=')[1])).toEqual([
      ...['0', '100', '200'],
    ]);
  });

  it.each([
    [undefined, /^the annotation must name the id of a schedule/],
    ['../users', /^the annotation must name the id of a schedule/],
    [
      'PNOTHERE',
      /^it has neither a schedule nor an escalation policy PNOTHERE$/,
    ],
  ])('is an error with a sentence for %s', async (target, message) => {
    await expect(ask(target)).rejects.toThrow(message);
  });

  it.each([
    [401, 'its API does not know the token (401)'],
    [403, 'the token may not read this from its API (403)'],
    [502, 'its API answers 502'],
    [302, /^its API could not be asked: /],
  ])('is a failure when it answers %s', async (status, message) => {
    there.instead = { status, headers: { Location: 'http://127.0.0.1:1/' } };
    await expect(ask(policy)).rejects.toThrow(message);
  });

  it('is a failure when it answers something else', async () => {
    there.instead = { status: 200, body: '{"schedule":{"id":7}}' };
    await expect(ask(policy)).rejects.toThrow(
      /^its API answers something unknown: schedule.id: /,
    );
  });

  it('never tells the token when it is away', async () => {
    there.stop();
    const failure = await ask(policy).catch(String);
    expect(failure).toContain('its API could not be asked');
    expect(failure).not.toContain(token);
  });

  it.each([
    ['Retry-After', { 'Retry-After': '7' }, 7],
    ['ratelimit-reset', { 'ratelimit-reset': '12' }, 12],
    ['neither', {}, 60],
  ])('is left alone for as long as %s says', async (_, headers, seconds) => {
    const one = provider();
    there.duties = [duty({})];
    there.instead = { status: 429, headers };
    const left = `it is asked too often, and is left alone for ${seconds} seconds (429)`;
    await expect(ask(policy, one)).rejects.toThrow(left);
    there.instead = undefined;
    there.asked.splice(0);
    now = new Date(from.getTime() + seconds * 1000 - 1);
    await expect(ask(schedule, one)).rejects.toThrow('for 1 seconds (429)');
    expect(there.asked).toEqual([]);
    now = new Date(from.getTime() + seconds * 1000);
    expect((await ask(policy, one)).shifts).toHaveLength(1);
  });

  it('is asked as often as the config allows, whatever it is asked about', async () => {
    const one = provider({ requestsPerMinute: 3 });
    there.duties = [duty({})];
    await ask(schedule, one);
    await expect(ask(policy, one)).rejects.toThrow(
      'it was asked 3 times within a minute',
    );
    expect(there.asked).toHaveLength(3);
    now = new Date(from.getTime() + 60_000);
    expect((await ask(schedule, one)).shifts).toHaveLength(1);
  });
});
