import { stringify } from 'yaml';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const daily = {
  name: 'daily',
  participants: [ada, bo],
  turn: { every: 1, unit: 'days' },
  handoff: { time: '09:00' },
  startsAt: '2026-11-19',
};
const checkout = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [{ name: 'Primary', rotations: [daily] }],
};

describe.each(engines.ids)('schedules as files, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const read = (yaml: string, about: object = {}) =>
    h.post('/oncall/schedules/import', { yaml, ...about });
  const of = (...schedules: object[]) =>
    schedules.map(one => stringify(one)).join('---\n');
  const kept = async (name = 'checkout') =>
    (await h.get(`/oncall/schedules/${name}`)).body;
  const exported = async () =>
    (await h.get('/oncall/schedules/checkout/export')).body.yaml;

  it('say what they would do, and then do it', async () => {
    const yaml = of(checkout, { ...checkout, name: 'till', title: 'Till' });
    const dry = await read(yaml, { dryRun: true });
    const schedules = [
      {
        ...{ name: 'checkout', outcome: 'created' },
        changes: ['The schedule “Checkout” is new, with Primary.'],
      },
      {
        ...{ name: 'till', outcome: 'created' },
        changes: ['The schedule “Till” is new, with Primary.'],
      },
    ];
    expect(dry.body).toEqual({ dryRun: true, schedules });
    expect((await h.get('/oncall/schedules')).body.items).toEqual([]);
    expect((await read(yaml)).body).toEqual({
      dryRun: false,
      schedules: schedules.map(one => ({ ...one, version: 1 })),
    });
    expect((await kept('till')).definition.title).toBe('Till');
  });

  it('come out as they went in, and change nothing when they come again', async () => {
    await read(of(checkout));
    await h.put('/oncall/schedules/checkout', {
      ...{ version: 1, timeZone: 'Asia/Tokyo' },
      from: '2026-12-01T00:00:00.000Z',
    });
    await h.post('/oncall/schedules/checkout/overrides', {
      ...{ kind: 'add', level: 'Primary', user: bo, reason: 'yes: no' },
      ...{ from: '2026-11-21T09:00', to: '2026-11-22T09:00' },
    });
    const yaml = await exported();
    h.passes({ hours: 1 });
    expect((await read(yaml)).body.schedules).toEqual([
      { name: 'checkout', outcome: 'unchanged', changes: [], version: 3 },
    ]);
    expect(await exported()).toBe(yaml);
  });

  it('change a schedule from now on, and keep the exceptions that they do not know', async () => {
    await read(of(checkout));
    await h.post('/oncall/schedules/checkout/overrides', {
      ...{ kind: 'add', level: 'Primary', user: bo },
      ...{ from: '2026-11-21T09:00', to: '2026-11-22T09:00' },
    });
    const other = {
      ...checkout,
      title: 'Till',
      levels: [
        {
          name: 'Primary',
          rotations: [{ ...daily, participants: [bo] }],
        },
        { name: 'Backup', rotations: [{ ...daily, name: 'second' }] },
      ],
      absences: [
        {
          id: 'trip',
          user: bo,
          from: '2026-12-01T00:00',
          to: '2026-12-02T00:00',
        },
        {
          id: 'past',
          user: bo,
          from: '2026-10-01T00:00',
          to: '2026-10-02T00:00',
        },
      ],
    };
    const changed = {
      ...{ name: 'checkout', outcome: 'changed' },
      changes: [
        'The title becomes “Till”.',
        'With the levels “Backup”.',
        'The rotation “daily” changes its participants.',
        'The rotation “second” of Backup is new.',
        'New absences: trip.',
      ],
    };
    const dry = await read(of(other), { dryRun: true });
    expect(dry.body.schedules).toEqual([{ ...changed, version: 2 }]);
    expect((await kept()).version).toBe(2);
    const { body } = await read(of(other));
    expect(body.schedules).toEqual([{ ...changed, version: 3 }]);
    const { definition } = await kept();
    expect(definition).toMatchObject({
      title: 'Till',
      levels: [{ rotations: [{ participants: [ada, bo] }] }],
      revisions: [{ from: '2026-11-20T03:00:00.000Z' }],
      overrides: [{ user: bo }],
      absences: [{ id: 'trip', madeAt: '2026-11-20T03:00:00.000Z' }],
    });
  });

  it('plan and drop what is to be later', async () => {
    await read(of(checkout));
    const later = {
      ...{ from: '2026-12-01T00:00:00.000Z', timeZone: 'UTC' },
      levels: checkout.levels,
    };
    const plan = await read(of({ ...checkout, revisions: [later] }));
    expect(plan.body.schedules[0].changes).toEqual([
      'What is planned for later becomes the edits of 2026-12-01T00:00:00.000Z.',
    ]);
    const dropped = await read(of(checkout));
    expect(dropped.body.schedules[0].changes).toEqual([
      'What is planned for later is dropped.',
    ]);
    expect((await kept()).definition.revisions).toEqual([]);
  });

  it.each([
    ['yaml: there is no schedule in it', '# nothing'],
    ['yaml: there are two schedules "checkout"', of(checkout, checkout)],
    [
      'yaml: schedule 2: timeZone: must be the name of a time zone such as Europe/Berlin',
      of(checkout, { ...checkout, name: 'b', timeZone: 'Berlin' }),
    ],
    ['yaml: Map keys must be unique', 'name: a\nname: b'],
    ['yaml: Excessive alias count', bomb()],
  ])('are refused as a whole: %s', async (message, yaml) => {
    const { status, body } = await read(yaml);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect((await h.get('/oncall/schedules')).body.items).toEqual([]);
  });

  it('touch nothing when one of them is in the archive', async () => {
    await read(of(checkout));
    await h.post('/oncall/schedules/checkout/archive', { version: 1 });
    const till = { ...checkout, name: 'a-till' };
    const { status, body } = await read(of(till, checkout));
    expect([status, body.error.message]).toEqual([
      409,
      '"checkout" is in the archive; take it out first',
    ]);
    expect((await h.get('/oncall/schedules')).body.items).toEqual([]);
  });
});

/** A few lines that would be millions. */
function bomb(): string {
  const lines = ['a0: &a0 [x, x]'];
  for (let i = 1; i < 30; i++) {
    lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}]`);
  }
  return lines.join('\n');
}
