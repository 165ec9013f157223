import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const path = '/oncall/schedules/checkout';
/** It is four in Berlin, on a Friday: Ada has the turn until nine, then Bo. */
const rotation = {
  ...{ name: 'daily', participants: [ada, bo] },
  ...{ turn: { every: 1, unit: 'days' }, handoff: { time: '09:00' } },
  startsAt: '2026-11-19',
};
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [{ name: 'Primary', rotations: [rotation] }],
};
const morning = {
  from: '2026-11-20T08:00:00.000Z',
  to: '2026-11-20T12:00:00.000Z',
};
const begins = [
  bo,
  'You are on call from Fri 20 Nov 09:00: Checkout',
  'Primary, from Fri 20 Nov 09:00 to Sat 21 Nov 09:00 (Europe/Berlin). You take over from Ada. Then you hand over to Ada.',
];
const ended = [
  ada,
  'Your shift has ended: Checkout',
  'Primary, at Fri 20 Nov 09:00 (Europe/Berlin). You hand over to Bo.',
];

describe.each(engines.ids)('notices of shifts, on %s', id => {
  let knex: Knex;
  const houses: House[] = [];
  const open = async (notices: object = {}) => {
    const h = await house({ knex, config: { onCall: { notices } } });
    houses.push(h);
    return h;
  };
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
  });
  const told = (...of: House[]) =>
    of.flatMap(h =>
      h.notices
        .splice(0)
        .map(({ recipients, payload }) => [
          ...[(recipients as any).entityRef.join(' '), payload.title],
          payload.description,
        ]),
    );
  const started = async (notices: object = {}) => {
    const h = await open(notices);
    await h.post('/oncall/schedules', schedule);
    return h;
  };
  const amend = (h: House, about: object) =>
    h.post(`${path}/overrides`, { level: 'Primary', ...morning, ...about });

  it('who takes over is told an hour before, and who handed over at the end, once each', async () => {
    const h = await started();
    await h.waits({ hours: 3, minutes: 59 });
    expect(told(h)).toEqual([]);
    await h.waits({ minutes: 1 });
    expect(told(h)).toEqual([begins]);
    await h.waits({ minutes: 30 });
    expect(told(h)).toEqual([]);
    await h.waits({ minutes: 30 });
    expect(told(h)).toEqual([ended]);
    await h.waits({ minutes: 1 });
    expect(told(h)).toEqual([]);
    expect(
      await knex('incidents_timeline')
        .where('kind', 'shift.announced')
        .orderBy('seq')
        .pluck('text'),
    ).toEqual([
      'Schedule “Checkout”: user:default/bo is told that their shift on Primary begins at 2026-11-20T08:00:00.000Z',
      'Schedule “Checkout”: user:default/ada is told that their shift on Primary has ended at 2026-11-20T08:00:00.000Z',
    ]);
  });

  it('config says how long before, and whether at the end', async () => {
    const h = await started({
      beforeBegin: { hours: 4, minutes: 30 },
      atEnd: false,
    });
    await h.waits({ minutes: 30 });
    expect(told(h)).toEqual([begins]);
    await h.waits({ hours: 4, minutes: 30 });
    expect(told(h)).toEqual([]);
  });

  it('config turns them off', async () => {
    const h = await started({ enabled: false });
    await h.waits({ hours: 4 });
    await h.waits({ hours: 1 });
    expect(told(h)).toEqual([]);
  });

  it('who has given the shift away by then is not told, and who has taken it is', async () => {
    const h = await started();
    await h.waits({ minutes: 1 });
    const made = await amend(h, { kind: 'replace', user: ada, replaces: bo });
    await h.waits({ hours: 3, minutes: 59 });
    expect(told(h)).toEqual([]);
    await h.post(`${path}/overrides/${made.body.id}/withdraw`, {});
    await h.waits({ minutes: 1 });
    expect(told(h)).toEqual([begins]);
  });

  it('what waits to be told is not, when the schedule says something else by then', async () => {
    const h = await started();
    h.passes({ hours: 4 });
    await h.scheduler.run('incidents-announce-shifts');
    expect(await knex('incidents_shift_notices').pluck('state')).toEqual([
      'waiting',
    ]);
    await amend(h, { kind: 'replace', user: ada, replaces: bo });
    await h.waits({ minutes: 1 });
    expect(told(h)).toEqual([]);
    expect(await knex('incidents_shift_notices')).toEqual([]);
  });

  it('who comes by an override at the last minute is told at once', async () => {
    const h = await started();
    await h.waits({ hours: 4, minutes: 50 });
    told(h);
    await amend(h, {
      kind: 'add',
      user: ada,
      from: '2026-11-20T09:00:00.000Z',
    });
    await h.post(`${path}/overrides`, {
      ...{ kind: 'add', level: 'Primary', user: 'user:default/cy' },
      ...{ from: '2026-11-20T07:55:00.000Z', to: morning.to },
    });
    await h.waits({ minutes: 1 });
    expect(told(h).map(([who]) => who)).toEqual(['user:default/cy']);
  });

  it('a portal that was down for hours tells nobody of what is over', async () => {
    const h = await started();
    h.passes({ hours: 7 });
    const later = await open();
    later.passes({ hours: 7 });
    await later.waits({ minutes: 1 });
    expect(told(h, later)).toEqual([]);
  });

  it('several replicas tell each once', async () => {
    const one = await started();
    const other = await open();
    for (const h of [one, other]) h.passes({ hours: 4 });
    for (const task of ['announce-shifts', 'tell-shift-notices']) {
      await Promise.all(
        [one, other].map(h => h.scheduler.run(`incidents-${task}`)),
      );
    }
    expect(told(one, other)).toEqual([begins]);
  });

  it('of a schedule in the archive nobody is told', async () => {
    const h = await started();
    h.passes({ hours: 4 });
    await h.scheduler.run('incidents-announce-shifts');
    await h.post(`${path}/archive`, { version: 1 });
    await h.waits({ minutes: 1 });
    expect(told(h)).toEqual([]);
  });
});
