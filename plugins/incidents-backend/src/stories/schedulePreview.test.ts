import type { SchedulePreview } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { guardedHouse } from '../testing/guardedHouse';
import { house, type House } from '../testing/house';
import { allow, deny } from '../testing/policy';

const rotation = {
  name: 'office hours',
  participants: ['user:default/ada', 'user:default/bo', 'user:default/zoe'],
  turn: { every: 1, unit: 'days' },
  handoff: { time: '09:00' },
  startsAt: '2026-11-23',
  windows: [
    {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '09:00',
      to: '17:00',
    },
  ],
};
const always = {
  ...rotation,
  name: 'always',
  participants: ['user:default/bo'],
  turn: { every: 1, unit: 'weeks' },
  windows: undefined,
};
/** Rotations of twenty people at a time. */
const crowds = (many: number) =>
  Array.from({ length: many }, (_, i) => ({
    ...always,
    name: `crowd ${i}`,
    participants: [
      {
        name: `Crowd ${i}`,
        users: Array.from({ length: 20 }, (__, j) => `user:default/u${i}-${j}`),
      },
    ],
  }));
const schedule = {
  name: 'checkout',
  title: 'Checkout',
  timeZone: 'Europe/Berlin',
  levels: [
    { name: 'Primary', rotations: [rotation] },
    { name: 'Backup', rotations: [always] },
  ],
};
const week = {
  from: '2026-11-23T08:00:00.000Z',
  to: '2026-11-26T08:00:00.000Z',
};

const short = (text: string) => text.slice(5, 16).replace('T', ' ');

describe('the preview of a schedule', () => {
  let h: House;
  beforeAll(async () => {
    h = await house();
  });
  afterAll(() => h.stop());

  const preview = async (about: object = {}): Promise<SchedulePreview> => {
    const { status, body } = await h.post('/oncall/preview', {
      schedule,
      ...week,
      ...about,
    });
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body;
  };

  it('shows who would be on call, by the names of the catalog, and why', async () => {
    const { shifts } = await preview();
    expect(
      shifts.map(({ levelName, from, to, person, because }) =>
        [levelName, short(from), short(to), person.displayName, because].join(
          ' | ',
        ),
      ),
    ).toEqual([
      'Primary | 11-23 08:00 | 11-23 16:00 | Ada | It is the turn of Ada in the rotation office hours.',
      'Primary | 11-24 08:00 | 11-24 16:00 | Bo | It is the turn of Bo in the rotation office hours.',
      'Primary | 11-25 08:00 | 11-25 16:00 | zoe | It is the turn of zoe in the rotation office hours.',
      'Backup | 11-23 08:00 | 11-26 08:00 | Bo | It is the turn of Bo in the rotation always.',
    ]);
    expect(shifts[0].person.email).toBe('ada@shop.example');
  });

  it('shows where nobody would be, and why', async () => {
    const { gaps } = await preview();
    expect(
      gaps.map(({ level, from, to, reason }) =>
        [level, short(from), short(to), reason].join(' | '),
      ),
    ).toEqual([
      '1 | 11-23 16:00 | 11-24 08:00 | outside-windows',
      '1 | 11-24 16:00 | 11-25 08:00 | outside-windows',
      '1 | 11-25 16:00 | 11-26 08:00 | outside-windows',
    ]);
  });

  it('shows who would be their own backup', async () => {
    const { doubleBookings } = await preview();
    expect(doubleBookings).toMatchObject([
      {
        person: { displayName: 'Bo' },
        from: '2026-11-24T08:00:00.000Z',
        to: '2026-11-24T16:00:00.000Z',
        places: [{ levelName: 'Primary' }, { levelName: 'Backup' }],
      },
    ]);
  });

  it('knows days ahead who could not be paged', async () => {
    expect((await preview()).unreachable).toMatchObject({
      status: 'ok',
      value: [
        {
          levelName: 'Primary',
          from: '2026-11-25T08:00:00.000Z',
          to: '2026-11-25T16:00:00.000Z',
          people: [{ because: 'user:default/zoe is not in the catalog.' }],
          nobodyElse: true,
        },
      ],
    });
  });

  it('adds up what it would cost each', async () => {
    const { load } = await preview();
    expect(
      load.map(({ person, hours, nights }) => [
        person.displayName,
        hours,
        nights,
      ]),
    ).toEqual([
      ['Ada', 8, 0],
      ['Bo', 72, 3],
      ['zoe', 8, 0],
    ]);
  });

  it.each([
    [
      { schedule: { ...schedule, timeZone: 'Mars/Olympus' } },
      'schedule.timeZone: must be the name of a time zone such as Europe/Berlin',
    ],
    [{ to: week.from }, 'to: must be later than from'],
    [
      { from: '2026-11-23' },
      'from: must be an instant such as 2026-03-01T08:00:00.000Z',
    ],
    [
      { schedule: { ...schedule, levels: [] } },
      'schedule.levels: Too small: expected array to have >=1 items',
    ],
    [
      { to: '2028-01-01T00:00:00.000Z' },
      'to: must be at most 400 days after from',
    ],
    [
      {
        schedule: {
          ...schedule,
          levels: [
            {
              name: 'Primary',
              rotations: [1, 2, 3].map(n => ({
                ...always,
                name: `hourly ${n}`,
                turn: { every: 1, unit: 'hours' },
              })),
            },
          ],
        },
        to: '2027-11-23T08:00:00.000Z',
      },
      'to: there are up to 26280 turns until then, and a preview shows at most 20000; ask for a shorter time',
    ],
    [
      {
        schedule: {
          ...schedule,
          levels: [
            {
              name: 'Primary',
              rotations: [
                { ...always, turn: { every: 1, unit: 'hours' } },
                ...crowds(3),
              ],
            },
          ],
        },
        to: '2027-11-23T08:00:00.000Z',
      },
      'to: there are too many turns until then for so many people and exceptions at once; ask for a shorter time',
    ],
    [
      {
        schedule: {
          ...schedule,
          levels: [
            {
              name: 'Primary',
              rotations: crowds(6).map(crowd => ({
                ...crowd,
                turn: { every: 1, unit: 'days' },
              })),
            },
          ],
        },
        to: '2027-11-23T08:00:00.000Z',
      },
      'to: the answer would have more than 40000 shifts and remarks; ask for a shorter time',
    ],
  ])('says what is wrong with %j', async (about, sentence) => {
    const { status, body } = await h.post('/oncall/preview', {
      schedule,
      ...week,
      ...about,
    });
    expect([status, body.error.message]).toEqual([
      400,
      `The body is not valid: ${sentence}`,
    ]);
  });
});

it('a preview without the catalog shows the shifts, and says that addresses are not known', async () => {
  const h = await house({ catalogIsAway: () => true });
  const { status, body } = await h.post('/oncall/preview', {
    schedule,
    ...week,
  });
  expect(status).toBe(200);
  expect(body.shifts[0].person).toEqual({
    ref: 'user:default/ada',
    displayName: 'ada',
  });
  expect(body.unreachable.status).toBe('failed');
  expect(body.unreachable.reason).toMatch(/, and it has the addresses\.$/);
  await h.stop();
});

describe('a preview for somebody', () => {
  const refused = (permission: string) =>
    guardedHouse(({ name }) => (name === permission ? deny : allow));

  it('who may not see people has the shifts by the refs that were sent, and nothing that the catalog knows', async () => {
    const h = await refused('incidents.oncall.read');
    const { status, body } = await h.post('/oncall/preview', {
      schedule,
      ...week,
    });
    expect(status).toBe(200);
    expect(body.shifts[0]).toMatchObject({
      person: { ref: 'user:default/ada', displayName: 'ada' },
      because: 'It is the turn of ada in the rotation office hours.',
    });
    expect(body.unreachable).toEqual({
      status: 'hidden',
      reason: 'Seeing who can be paged needs incidents.oncall.read',
    });
    expect(JSON.stringify(body)).not.toMatch(/Ada|shop\.example/);
    await h.stop();
  });

  it('who may not see definitions is refused', async () => {
    const h = await refused('incidents.definition.read');
    const { status, body } = await h.post('/oncall/preview', {
      schedule,
      ...week,
    });
    expect([status, body.error.message]).toEqual([
      403,
      'This needs incidents.definition.read',
    ]);
    await h.stop();
  });
});

describe('a preview', () => {
  const engines = openEngines();

  it('writes nothing, unlike what is meant to', async () => {
    const knex = await engines.migrated('SQLITE_3');
    const h = await house({ knex });
    const written: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^\W*(insert|update|delete|replace|with)\b/i.test(sql))
        written.push(sql);
    });
    const { status } = await h.post('/oncall/preview', { schedule, ...week });
    expect([status, written]).toEqual([200, []]);
    await h.fires('Checkout 5xx');
    expect(written).not.toEqual([]);
    await h.stop();
  });
});
