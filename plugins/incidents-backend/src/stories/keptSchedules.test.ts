import type {
  LaidShift,
  OnCallLevel,
  ScheduleDetail,
  ScheduleReceipt,
  ScheduleSummary,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const path = '/oncall/schedules/checkout';
/** A Friday at four in Berlin: Ada has had the turn since Thursday at nine. */
const rotation = {
  name: 'daily',
  participants: [ada, bo],
  turn: { every: 1, unit: 'days' },
  handoff: { time: '09:00' },
  startsAt: '2026-11-19',
};
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [{ name: 'Primary', rotations: [rotation] }],
};
const tonight = {
  from: '2026-11-20T03:30:00.000Z',
  to: '2026-11-20T06:00:00.000Z',
};

const named = company().map(entity =>
  entity.metadata.name === 'checkout'
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: { 'incidents/on-call': 'native:checkout' },
        },
      }
    : entity,
);

const short = (at: string | undefined) => at?.slice(5, 16).replace('T', ' ');
const told = (shifts: LaidShift[]) =>
  shifts.map(({ from, to, person }) =>
    [short(from), short(to), person.displayName].join(' '),
  );
const who = (levels: OnCallLevel[]) =>
  levels.map(({ name, people, until, next }) =>
    [
      name,
      people.map(({ displayName }) => displayName).join('+'),
      short(until),
      next?.people[0].displayName,
    ].join(' '),
  );

describe.each(engines.ids)('schedules that people keep, on %s', id => {
  let h: House;
  let knex: Knex;
  let created: ScheduleReceipt;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex, entities: named });
    created = (await h.post('/oncall/schedules', schedule)).body;
  });
  afterEach(() => h.stop());

  const onCall = async () => {
    const { body } = await h.get('/oncall/schedules');
    return body.items.flatMap(({ onCall: { value } }: any) => who(value));
  };
  const shifts = async (query = '') => {
    const { body } = await h.get(`${path}/shifts${query}`);
    return told(body.shifts);
  };
  const tab = async () => {
    const { body } = await h.get(
      '/entities/component/default/checkout/summary',
    );
    return body.onCall.value;
  };
  const amend = (about: object, user = ada) =>
    h.post(
      `${path}/overrides`,
      { level: 'Primary', ...tonight, ...about },
      user,
    );
  const refusal = async (
    answer: PromiseLike<{ status: number; body: any }>,
  ) => {
    const { status, body } = await answer;
    return [status, body.error?.message];
  };

  it('say who is on call now, until when, and who is next', async () => {
    expect(created).toEqual({
      ...{ name: 'checkout', version: 1 },
      updatedAt: '2026-11-20T03:00:00.000Z',
    });
    const { body } = await h.get('/oncall/schedules');
    const [first]: ScheduleSummary[] = body.items;
    expect(first).toMatchObject({
      ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
      ...{ version: 1, levelNames: ['Primary'] },
    });
    expect(await onCall()).toEqual(['Primary Ada 11-20 08:00 Bo']);
    expect(await shifts('?to=2026-11-22T00:00:00.000Z')).toEqual([
      '11-20 03:00 11-20 08:00 Ada',
      '11-20 08:00 11-21 08:00 Bo',
      '11-21 08:00 11-22 00:00 Ada',
    ]);
  });

  it('are known by one name each', async () => {
    expect(await refusal(h.post('/oncall/schedules', schedule))).toEqual([
      409,
      'name: there is a schedule "checkout" already, perhaps in the archive; choose another name',
    ]);
    expect(await refusal(h.get('/oncall/schedules/gone'))).toEqual([
      404,
      'There is no schedule "gone"',
    ]);
  });

  it('are something else from an instant on, and the past stays', async () => {
    const levels = [
      { name: 'Primary', rotations: [{ ...rotation, participants: [bo] }] },
    ];
    const from = '2026-11-20T12:00:00.000Z';
    const { status, body } = await h.put(path, { version: 1, from, levels });
    expect([status, body.version]).toEqual([200, 2]);
    expect(
      await shifts(
        '?from=2026-11-19T00:00:00.000Z&to=2026-11-22T00:00:00.000Z',
      ),
    ).toEqual([
      '11-19 08:00 11-20 08:00 Ada',
      '11-20 08:00 11-21 08:00 Bo',
      '11-21 08:00 11-22 00:00 Bo',
    ]);
    const detail: ScheduleDetail = (await h.get(path)).body;
    expect(detail.definition.revisions).toHaveLength(1);
    expect(detail.can).toEqual({
      ...{ update: true, overrideOwn: true, overrideAny: true },
    });
  });

  it('a new title is no edit of the rotations', async () => {
    await h.put(path, { version: 1, title: 'Till' });
    const { definition } = (await h.get(path)).body;
    expect([definition.title, definition.revisions]).toEqual(['Till', []]);
  });

  it('are not changed by who has not seen what somebody else changed', async () => {
    await h.put(path, { version: 1, title: 'Till' });
    for (const late of [
      h.put(path, { version: 1, title: 'Shop' }),
      h.post(`${path}/archive`, { version: 1 }),
      amend({ kind: 'add', user: bo, version: 1 }),
    ]) {
      expect(await refusal(late)).toEqual([
        409,
        'version: "checkout" was changed at 2026-11-20T03:00:00.000Z and is version 2 now, not 1; read it again',
      ]);
    }
    const both = await Promise.all([
      h.put(path, { version: 2, title: 'A' }),
      h.put(path, { version: 2, title: 'B' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    [
      'from: it has passed, and the past stays as it was; leave it out to change the schedule now',
      { from: '2026-11-20T02:59:59.000Z', timeZone: 'UTC' },
    ],
    [
      'The body is not valid: must have a title, a timeZone or levels: nothing would change',
      {},
    ],
    [
      'The body is not valid: timeZone: must be the name of a time zone such as Europe/Berlin',
      { timeZone: 'Berlin' },
    ],
  ])('no change: %s', async (message, about) => {
    expect(await refusal(h.put(path, { version: 1, ...about }))).toEqual([
      ...[400, message],
    ]);
  });

  it('an override of tonight counts at once, and no longer once it is taken back', async () => {
    const made = await amend({ kind: 'replace', user: bo, replaces: ada });
    expect([made.status, made.body.version]).toEqual([201, 2]);
    expect(await onCall()).toEqual(['Primary Ada 11-20 03:30 Bo']);
    h.passes({ minutes: 40 });
    expect(await onCall()).toEqual(['Primary Bo 11-20 06:00 Ada']);
    const { definition } = (await h.get(path)).body;
    expect(definition.overrides).toMatchObject([{ madeBy: ada }]);
    const withdraw = () =>
      h.post(`${path}/overrides/${made.body.id}/withdraw`, {});
    expect((await withdraw()).body).toMatchObject({ version: 3 });
    expect((await withdraw()).body).toMatchObject({ version: 3 });
    expect(await onCall()).toEqual(['Primary Ada 11-20 08:00 Bo']);
    expect(
      await shifts(
        '?from=2026-11-20T03:00:00.000Z&to=2026-11-20T04:00:00.000Z',
      ),
    ).toEqual([
      '11-20 03:00 11-20 03:30 Ada',
      '11-20 03:30 11-20 03:40 Bo',
      '11-20 03:40 11-20 04:00 Ada',
    ]);
  });

  it('two people swap', async () => {
    const { status } = await h.post(`${path}/swaps`, {
      between: [
        { user: ada, from: '2026-11-21T09:00', to: '2026-11-22T09:00' },
        { user: bo, from: '2026-11-22T09:00', to: '2026-11-23T09:00' },
      ],
    });
    expect(status).toBe(201);
    expect(
      await shifts(
        '?from=2026-11-21T08:00:00.000Z&to=2026-11-23T08:00:00.000Z',
      ),
    ).toEqual(['11-21 08:00 11-22 08:00 Bo', '11-22 08:00 11-23 08:00 Ada']);
  });

  it('an absence leaves it to the next, a shadow comes along', async () => {
    await amend({ kind: 'absence', user: ada, level: undefined });
    await amend({ kind: 'shadow', user: 'user:default/zoe' });
    h.passes({ minutes: 40 });
    const { body } = await h.get('/oncall/schedules');
    expect(body.items[0].onCall.value).toMatchObject([
      {
        people: [{ displayName: 'Bo' }],
        shadows: [{ displayName: 'zoe' }],
      },
    ]);
  });

  it.each([
    [
      400,
      'to: it is over already',
      {
        kind: 'add',
        user: bo,
        from: '2026-11-20T01:00:00.000Z',
        to: '2026-11-20T03:00:00.000Z',
      },
    ],
    [
      400,
      'level: the schedule has no level "Backup" by then',
      { kind: 'add', user: bo, level: 'Backup' },
    ],
    [
      400,
      'The body is not valid: to: must be later than from',
      { kind: 'add', user: bo, to: tonight.from },
    ],
    [
      400,
      'The body is not valid: user: must be a user in lower case, such as user:default/ada',
      { kind: 'add', user: 'group:default/shop' },
    ],
  ])('no override: %s %s', async (status, message, about) => {
    expect(await refusal(amend(about))).toEqual([status, message]);
    expect((await h.get(path)).body.version).toBe(1);
  });

  it('what is not there cannot be taken back', async () => {
    expect(await refusal(h.post(`${path}/overrides/huh/withdraw`, {}))).toEqual(
      [404, 'There is no override, swap, shadow or absence huh in "checkout"'],
    );
  });

  it('everybody sees their own shifts of all schedules', async () => {
    const weekly = {
      ...{ ...rotation, participants: [bo], windows: undefined },
      turn: { every: 1, unit: 'weeks' },
    };
    await h.post('/oncall/schedules', {
      ...{ ...schedule, name: 'till', title: 'Till' },
      levels: [{ name: 'Backup', rotations: [weekly] }],
    });
    const until = 'to=2026-11-21T12:00:00.000Z';
    const { body } = await h.get(`/oncall/shifts?${until}`, bo);
    expect(
      body.shifts.map((shift: any) =>
        [shift.schedule, shift.levelName, ...told([shift])].join(' '),
      ),
    ).toEqual([
      'till Backup 11-20 03:00 11-21 12:00 Bo',
      'checkout Primary 11-20 08:00 11-21 08:00 Bo',
    ]);
    const others = await h.get(`/oncall/shifts?user=${ada}&${until}`, bo);
    expect(told(others.body.shifts)).toEqual([
      '11-20 03:00 11-20 08:00 Ada',
      '11-21 08:00 11-21 12:00 Ada',
    ]);
  });

  it('a service that names one shows its levels, and the owner once it is in the archive', async () => {
    const before = await tab();
    expect(before.provider).toBe('native');
    expect(who(before.levels)).toEqual(['Primary Ada 11-20 08:00 Bo']);
    expect(before.because).toBe(
      'component:default/checkout names native:checkout. The schedule “Checkout” has their turns.',
    );
    await h.post(`${path}/archive`, { version: 1 });
    const after = await tab();
    expect(after.provider).toBe('owner-group');
    expect(after.because).toMatch(
      'Portal schedule failed: the schedule "checkout" is in the archive.',
    );
    expect(await onCall()).toEqual([]);
    const { body } = await h.get('/oncall/schedules?archived=true');
    expect(body.items[0].onCall).toMatchObject({ status: 'failed' });
    expect(await refusal(amend({ kind: 'add', user: bo }))).toEqual([
      409,
      '"checkout" is in the archive; take it out first',
    ]);
    await h.post(`${path}/restore`, { version: 2 });
    expect((await tab()).provider).toBe('native');
  });

  it('the overview has who is awake for each, though one team owns both', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    const { body } = await h.get('/overview');
    const awake = body.onCall.value.map(({ entityRef, answer }: any) =>
      [entityRef, answer.provider].join(' '),
    );
    expect(awake.sort()).toEqual([
      'component:default/checkout native',
      'component:default/ledger owner-group',
    ]);
  });

  it('names who is there for a month, though the turn is longer than two weeks', async () => {
    const monthly = { ...rotation, turn: { every: 1, unit: 'months' } };
    await h.put(path, {
      ...{ version: 1, from: '2026-11-20T03:00:00.000Z' },
      levels: [{ name: 'Primary', rotations: [monthly] }],
    });
    expect(who((await tab()).levels)).toEqual(['Primary Ada 12-19 08:00 Bo']);
  });

  it('tells the pages of every change, and the timeline why', async () => {
    await h.waits({ minutes: 1 });
    const before = h.signals.length;
    await amend({ kind: 'add', user: bo, reason: 'a hand' });
    await h.waits({ minutes: 1 });
    expect(h.signals.length).toBeGreaterThan(before);
    const entries = await knex('incidents_timeline')
      .whereLike('kind', 'schedule.%')
      .orderBy('seq');
    expect(
      entries.map(({ kind, actor_ref: by, text }) => [kind, by, text]),
    ).toEqual([
      ['schedule.created', ada, 'Schedule “Checkout” was created'],
      [
        ...['schedule.amended', ada],
        'Schedule “Checkout” has an exception: user:default/bo is added on Primary, 2026-11-20T03:30:00.000Z to 2026-11-20T06:00:00.000Z: a hand',
      ],
    ]);
  });
});
