import type { Entity } from '@backstage/catalog-model';
import {
  onCallOverrideAnyPermission,
  onCallOverrideOwnPermission,
  onCallReadPermission,
  type ShiftRequest,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { allow, deny, permissionsBy } from '../testing/policy';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const cy = 'user:default/cy';
const path = '/oncall/schedules/checkout';
const cyEntity: Entity = {
  ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
  metadata: { name: 'cy', namespace: 'default' },
  spec: { profile: { displayName: 'Cy', email: 'cy@shop.example' } },
};
const entities = [...company(), cyEntity];
/** These stories are about requests alone. */
const config = { onCall: { notices: { enabled: false } } };
/** A Friday at four in Berlin: Ada has the turn until nine, then Bo, then Cy. */
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [
    {
      name: 'Primary',
      rotations: [
        {
          ...{ name: 'daily', participants: [ada, bo, cy] },
          ...{ turn: { every: 1, unit: 'days' }, handoff: { time: '09:00' } },
          startsAt: '2026-11-19',
        },
      ],
    },
  ],
};
const day = (n: number) => ({
  from: `2026-11-${n}T08:00:00.000Z`,
  to: `2026-11-${n + 1}T08:00:00.000Z`,
});
/** Whose days they are. */
const [ofBo, ofCy, ofAda] = [day(20), day(21), day(22)];

describe.each(engines.ids)('requests for shifts, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex, entities, config });
    await h.post('/oncall/schedules', schedule);
  });
  afterEach(() => h.stop());

  const ask = (about: object = {}, user = ada) =>
    h.post(
      `${path}/requests`,
      { kind: 'take', level: 'Primary', mine: ofAda, ...about },
      user,
    );
  const asked = async (about: object = {}, user = ada) => {
    const { status, body } = await ask(about, user);
    expect([status, body.error]).toEqual([201, undefined]);
    return body as ShiftRequest;
  };
  const answer = (request: ShiftRequest, deed: string, user = bo) =>
    h.post(`/oncall/requests/${request.id}/${deed}`, {}, user);
  const refusal = async (reply: PromiseLike<{ status: number; body: any }>) => {
    const { status, body } = await reply;
    return [status, body.error?.message];
  };
  const whoHas = async ({ from, to }: { from: string; to: string }) => {
    const { body } = await h.get(`${path}/shifts?from=${from}&to=${to}`);
    return body.shifts.map(({ person }: any) => person.displayName);
  };
  const list = async (query = '', user = ada): Promise<ShiftRequest[]> =>
    (await h.get(`/oncall/requests${query}`, user)).body.items;
  const told = () =>
    h.notices
      .splice(0)
      .map(({ recipients, payload }) => [
        (recipients as any).entityRef.join(' '),
        payload.title,
        payload.description,
      ]);
  const kinds = async () =>
    knex('incidents_timeline').orderBy('seq').pluck('kind');

  it('one who is asked to take a shift has it once they accept', async () => {
    const request = await asked({ of: bo, note: 'a wedding' });
    expect(request).toMatchObject({
      ...{ status: 'open', kind: 'take', everybody: false },
      ...{ expiresAt: ofAda.from, reader: 'asker', can: ['withdraw'] },
      ...{ asker: { displayName: 'Ada' }, of: { displayName: 'Bo' } },
    });
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([
      [
        bo,
        'Ada asks you to take a shift: Checkout',
        'Primary, Sun 22 Nov 09:00 to Mon 23 Nov 09:00 (Europe/Berlin). a wedding',
      ],
    ]);
    expect(await list('?mine=true', bo)).toMatchObject([
      { reader: 'asked', can: ['accept', 'decline'], note: 'a wedding' },
    ]);
    const { status, body } = await answer(request, 'accept');
    expect([status, body.status, body.can]).toEqual([200, 'accepted', []]);
    expect(await whoHas(ofAda)).toEqual(['Bo']);
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([
      [
        ada,
        'Bo takes your shift: Checkout',
        'Primary, Sun 22 Nov 09:00 to Mon 23 Nov 09:00 (Europe/Berlin).',
      ],
    ]);
    expect(await kinds()).toEqual([
      ...['schedule.created', 'shift.requested'],
      ...['schedule.amended', 'shift.accepted'],
    ]);
    const { definition } = (await h.get(path)).body;
    expect(definition.overrides).toMatchObject([
      { kind: 'replace', user: bo, replaces: ada, reason: 'a wedding' },
    ]);
  });

  it('of everybody who is asked, who accepts first has it', async () => {
    const request = await asked();
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([
      [
        `${bo} ${cy}`,
        'Ada asks for somebody to take a shift: Checkout',
        expect.stringContaining('Who accepts first has it.'),
      ],
    ]);
    const both = await Promise.all([
      answer(request, 'accept', bo),
      answer(request, 'accept', cy),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first] = await whoHas(ofAda);
    const late = both.find(({ status }) => status === 409)!;
    expect(late.body.error.message).toBe(
      `It is taken already: ${first} has it`,
    );
    const { definition } = (await h.get(path)).body;
    expect(definition.overrides).toHaveLength(1);
  });

  it('everybody declines, the last of them ends it, and the asker is told', async () => {
    const request = await asked();
    await h.waits({ minutes: 1 });
    told();
    const first = await answer(request, 'decline', bo);
    expect([first.body.status, first.body.can]).toEqual(['open', ['accept']]);
    expect(await refusal(answer(request, 'decline', bo))).toEqual([
      ...[409, 'You have declined it already'],
    ]);
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([]);
    const last = await answer(request, 'decline', cy);
    expect(last.body.status).toBe('declined');
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([
      [
        ada,
        'Nobody takes your shift: Checkout',
        expect.stringContaining('You are on call as before.'),
      ],
    ]);
    expect(await whoHas(ofAda)).toEqual(['Ada']);
  });

  it('two people swap, one for the other', async () => {
    const request = await asked({ kind: 'swap', of: cy, theirs: ofCy });
    expect(request.expiresAt).toBe(ofCy.from);
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([
      [
        cy,
        'Ada asks you to swap shifts: Checkout',
        'Primary, Sun 22 Nov 09:00 to Mon 23 Nov 09:00 (Europe/Berlin), for Sat 21 Nov 09:00 to Sun 22 Nov 09:00 (Europe/Berlin).',
      ],
    ]);
    expect((await answer(request, 'accept', cy)).status).toBe(200);
    expect([await whoHas(ofCy), await whoHas(ofAda)]).toEqual([
      ...[['Ada'], ['Cy']],
    ]);
  });

  it('what nobody answers ends when the shift begins, and the asker is told that they are still on call', async () => {
    const request = await asked({ of: bo });
    await h.waits({ hours: 53, minutes: 1 });
    expect(told().slice(-1)).toEqual([
      [
        ada,
        'You are still on call: nobody has answered: Checkout',
        expect.stringContaining('You are on call as before.'),
      ],
    ]);
    expect(await list()).toEqual([]);
    expect(await list('?closed=true')).toMatchObject([{ status: 'expired' }]);
    expect(await refusal(answer(request, 'accept'))).toEqual([
      ...[409, 'It has expired: its first shift has begun'],
    ]);
    h.passes({ minutes: 1 });
    await h.scheduler.run('incidents-expire-requests');
    expect((await kinds()).filter(kind => kind === 'shift.expired')).toEqual([
      'shift.expired',
    ]);
  });

  it('what is withdrawn is not open to anybody, and who was told hears that', async () => {
    const request = await asked({ of: bo });
    await h.waits({ minutes: 1 });
    told();
    expect(await refusal(answer(request, 'withdraw', bo))).toEqual([
      403,
      'Somebody else has asked this: only they can withdraw it',
    ]);
    expect((await answer(request, 'withdraw', ada)).body.status).toBe(
      'withdrawn',
    );
    expect(await refusal(answer(request, 'accept'))).toEqual([
      ...[409, 'It was withdrawn'],
    ]);
    await h.waits({ minutes: 1 });
    expect(told().map(([to, title]) => [to, title])).toEqual([
      [bo, 'Ada does not ask any more: Checkout'],
    ]);
  });

  it('what is withdrawn at once is told to nobody', async () => {
    await answer(await asked({ of: bo }), 'withdraw', ada);
    await h.waits({ minutes: 1 });
    expect(told()).toEqual([]);
  });

  it('is not carried out once the shift is somebody else’s', async () => {
    const request = await asked({ of: bo });
    await h.post(`${path}/overrides`, {
      ...{ kind: 'replace', level: 'Primary', user: cy, replaces: ada },
      ...ofAda,
    });
    expect(await refusal(answer(request, 'accept'))).toEqual([
      409,
      'The shift is not what it was: Ada is not on call in all of that time any more',
    ]);
    expect(await whoHas(ofAda)).toEqual(['Cy']);
    await h.waits({ hours: 53, minutes: 1 });
    expect(told().filter(([, title]) => /still/.test(title))).toEqual([]);
  });

  it('is not accepted by who is absent then: nothing would change', async () => {
    const request = await asked({ of: bo });
    await h.post(`${path}/overrides`, { kind: 'absence', user: bo, ...ofAda });
    const [status, message] = await refusal(answer(request, 'accept'));
    expect(status).toBe(409);
    expect(message).toMatch('It would not count');
    expect(await list('', bo)).toMatchObject([{ status: 'open' }]);
    expect((await h.get(path)).body.definition.overrides).toEqual([]);
  });

  it.each([
    ['of: must be somebody else', { of: ada }],
    ['of: user:default/dee is not in the catalog', { of: 'user:default/dee' }],
    [
      'mine: you are not on call on "Primary" in all of that time',
      { mine: { from: ofAda.from, to: day(23).to } },
    ],
    [
      'mine: you are not on call on "Backup" in all of that time',
      { level: 'Backup' },
    ],
    [
      'mine.from: it has begun; ask for a later part, or hand it over at once by an override',
      { mine: { from: '2026-11-20T03:00:00.000Z', to: ofBo.from } },
    ],
    [
      'theirs: they are not on call on "Primary" in all of that time',
      { kind: 'swap', of: cy, theirs: ofBo },
    ],
    [
      'The body is not valid: mine.to: must be later than from',
      { mine: { from: ofAda.to, to: ofAda.from } },
    ],
  ])('no request: %s', async (message, about) => {
    expect(await refusal(ask(about))).toEqual([400, message]);
    expect(await list()).toEqual([]);
  });

  it('is answered by nobody who was not asked, and not known by another id', async () => {
    const request = await asked({ of: bo });
    expect(await refusal(answer(request, 'accept', cy))).toEqual([
      ...[403, 'It was not asked of you'],
    ]);
    expect(await refusal(h.post('/oncall/requests/huh/accept', {}))).toEqual([
      404,
      'There is no request huh',
    ]);
  });

  it('on several replicas, each is told once', async () => {
    const other = await house({ knex, entities, config });
    await asked({ of: bo });
    h.passes({ minutes: 1 });
    other.passes({ minutes: 1 });
    await Promise.all(
      [h, other].map(one => one.scheduler.run('incidents-tell-shift-notices')),
    );
    expect(h.notices.length + other.notices.length).toBe(1);
    await other.stop();
  });

  it('people change nothing but their own shifts, and see no names without the permission', async () => {
    const guarded = await house({
      ...{ knex, entities, config },
      permissions: permissionsBy(({ name }, user) => {
        if (name === onCallOverrideAnyPermission.name) return deny;
        if (name === onCallReadPermission.name)
          return user === ada ? allow : deny;
        const isCy = user === cy && name === onCallOverrideOwnPermission.name;
        return isCy ? deny : allow;
      }),
    });
    const request = await asked();
    await asked({ of: cy, mine: ofBo }, bo);
    const { body } = await guarded.get('/oncall/requests', bo);
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toMatch(/Ada|Cy|default\/(ada|cy)/);
    const accept = (user: string) =>
      guarded.post(`/oncall/requests/${request.id}/accept`, {}, user);
    expect(await refusal(accept(cy))).toEqual([
      ...[403, 'This needs incidents.oncall.override.own'],
    ]);
    const { status, body: accepted } = await accept(bo);
    expect([status, accepted.answeredBy.ref]).toEqual([200, bo]);
    expect(JSON.stringify(accepted)).not.toMatch(/Ada/);
    expect(await refusal(accept(bo))).toEqual([
      ...[409, 'It is taken already: somebody else has it'],
    ]);
    await guarded.stop();
  });
});
