import {
  onCallOverrideAnyPermission,
  onCallOverrideOwnPermission,
  onCallReadPermission,
  onCallScheduleUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { guardedHouse } from '../testing/guardedHouse';
import type { House } from '../testing/house';
import { allow, deny } from '../testing/policy';

const ada = 'user:default/ada';
const bo = 'user:default/bo';
const root = 'user:default/root';
const path = '/oncall/schedules/checkout';
const span = {
  from: '2026-11-20T05:00:00.000Z',
  to: '2026-11-20T06:00:00.000Z',
};
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'UTC' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'daily', participants: [ada, bo] },
          ...{ turn: { every: 1, unit: 'days' }, handoff: { time: '09:00' } },
          startsAt: '2026-11-19',
        },
      ],
    },
  ],
};
const mine = { kind: 'replace', level: 'Primary', user: bo, replaces: ada };
const theirs = { kind: 'replace', level: 'Primary', user: ada, replaces: bo };

describe('who may change nothing but their own shifts', () => {
  let h: House;
  beforeAll(async () => {
    const denied = [
      onCallOverrideAnyPermission.name,
      onCallScheduleUpdatePermission.name,
    ];
    h = await guardedHouse(({ name }, user) =>
      user !== root && denied.includes(name) ? deny : allow,
    );
    await h.post('/oncall/schedules', schedule, root);
  });
  afterAll(() => h.stop());

  const amend = (about: object, user = ada) =>
    h.post(`${path}/overrides`, { ...span, ...about }, user);
  const swap = (...users: string[]) =>
    h.post(`${path}/swaps`, {
      between: users.map(user => ({ user, ...span })),
    });

  it('gives theirs away, and takes that back', async () => {
    const { status, body } = await amend(mine);
    expect(status).toBe(201);
    const taken = await h.post(`${path}/overrides/${body.id}/withdraw`, {});
    expect(taken.status).toBe(200);
    expect((await swap(bo, ada)).status).toBe(201);
  });

  it('changes no shift of others, and takes nothing of theirs back', async () => {
    const needs = 'This needs incidents.oncall.override.any';
    const made = await amend(theirs, root);
    for (const { status, body } of [
      await amend(theirs),
      await amend(theirs, 'user:default/cy'),
      await swap(bo, 'user:default/cy'),
      await h.post(`${path}/overrides/${made.body.id}/withdraw`, {}),
    ]) {
      expect([status, body.error.message]).toEqual([403, needs]);
    }
  });

  it('edits no schedule, and is told before', async () => {
    const { status, body } = await h.put(path, { version: 1, title: 'x' });
    expect([status, body.error.message]).toEqual([
      403,
      'This needs incidents.oncall.schedule.update',
    ]);
    expect((await h.get(path)).body.can).toEqual({
      ...{ update: false, overrideOwn: true, overrideAny: false },
    });
  });
});

describe('who may not see people', () => {
  let h: House;
  beforeAll(async () => {
    h = await guardedHouse(({ name }, user) =>
      user !== root && name === onCallReadPermission.name ? deny : allow,
    );
    await h.post('/oncall/schedules', schedule, root);
    await h.post(`${path}/overrides`, { ...span, ...mine }, root);
  });
  afterAll(() => h.stop());

  it('sees which schedules there are, and nobody in them', async () => {
    const { body } = await h.get('/oncall/schedules');
    expect(body.items).toMatchObject([
      {
        ...{ name: 'checkout', levelNames: ['Primary'] },
        onCall: {
          status: 'hidden',
          reason: 'Seeing who is on call needs incidents.oncall.read',
        },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/user:default|Ada|Bo/);
  });

  it('sees their own shifts without the reasons, and not those of others', async () => {
    const { body } = await h.get('/oncall/shifts', bo);
    expect(body.shifts[0]).toMatchObject({
      ...{ person: { ref: bo }, ...span },
      because: 'Seeing why needs incidents.oncall.read.',
    });
    expect(JSON.stringify(body)).not.toMatch(/\bada\b/i);
    const others = await h.get(`/oncall/shifts?user=${ada}`, bo);
    expect(others.status).toBe(403);
  });

  it('is told of no one by what they write', async () => {
    const { body } = await h.post(`${path}/overrides`, { ...span, ...mine });
    expect(Object.keys(body).sort()).toEqual([
      ...['id', 'name', 'updatedAt', 'version'],
    ]);
  });
});

it('who may not even change their own shifts is told so', async () => {
  const h = await guardedHouse(({ name }) =>
    name === onCallOverrideOwnPermission.name ? deny : allow,
  );
  const { status, body } = await h.post(`${path}/overrides`, {
    ...{ ...span, ...mine },
  });
  expect([status, body.error.message]).toEqual([
    403,
    'This needs incidents.oncall.override.own',
  ]);
  await h.stop();
});
