import { isPermission } from '@backstage/plugin-permission-common';
import {
  incidentReadPermission,
  onCallHandoverUpdatePermission,
  onCallReadPermission,
  routingReadPermission,
  type HandoverDraft,
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
const path = '/oncall/schedules/till';
const at = '2026-11-20T03:00:00.000Z';

/** By days, from nine to nine in Berlin: Ada has had the turn since Thursday. */
const schedule = {
  ...{ name: 'till', title: 'Till', timeZone: 'Europe/Berlin' },
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

/** The till answers for the checkout, and for nothing else. */
const entities = company().map(entity =>
  entity.metadata.name === 'checkout'
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: { 'incidents/on-call': 'native:till' },
        },
      }
    : entity,
);

describe.each(engines.ids)('a shift is handed over, on %s', id => {
  let knex: Knex;
  const closing: Array<() => Promise<void>> = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function open(more: HouseOptions = {}) {
    const phones = pager();
    const h = await house({
      ...{ knex, entities, ...more },
      config: { escalation: { policies: [twoSteps] } },
      features: [phones.feature, ...(more.features ?? [])],
    });
    closing.push(() => h.stop());
    await h.post('/oncall/schedules', schedule);
    const draft = async (query = '', user = ada): Promise<HandoverDraft> =>
      (await h.get(`${path}/handover${query}`, user)).body;
    const write = (body: object, user = ada) =>
      h.post(`${path}/handovers`, { at: h.now().toISOString(), ...body }, user);
    return { ...h, draft, write };
  }

  const keysIn = ({ incidents }: HandoverDraft) =>
    incidents.status === 'ok' && incidents.value.map(({ key }) => key);

  it('with what happened on what the schedule serves', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.fires('Ledger slow', 'ledger');
    await h.waits({});
    h.passes({ minutes: 1 });
    await h.post('/silences', {
      matchers: [{ label: 'team', op: 'equals', value: 'pay' }],
      ...{ reason: 'moving house', endsAt: '2026-11-20T12:00:00.000Z' },
    });
    const told = await h.draft();
    expect(told).toMatchObject({
      ...{ schedule: 'till', scheduleTitle: 'Till', entities: 1 },
      shift: {
        ...{ level: 1, levelName: 'Primary', person: { ref: ada } },
        from: '2026-11-19T08:00:00.000Z',
        to: '2026-11-20T08:00:00.000Z',
      },
      next: { people: [{ ref: bo }], from: '2026-11-20T08:00:00.000Z' },
    });
    expect(keysIn(told)).toEqual(['INC-1']);
    expect(told.markdown).toMatchInlineSnapshot(`
      "## Hand-over: Till, Primary

      Ada, 2026-11-19 09:00 to 2026-11-20 09:00 (Europe/Berlin)

      Next: Bo, from 2026-11-20 09:00

      ### What to know

      - 

      ### Open incidents

      - [INC-1](http://localhost:3000/incidents/INC-1) SEV2 Checkout 5xx: declared, began 2026-11-20 04:00

      ### Incidents that are over

      None.

      ### Pages

      - 2026-11-20 04:00 Ada, [INC-1](http://localhost:3000/incidents/INC-1)

      ### Ends soon

      - Silence until 2026-11-20 13:00: moving house"
    `);
  });

  it('with what was open when it began, and what came to an end in it, but not what was over before', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    for (const action of ['investigate', 'resolve']) {
      await h.post('/incidents/INC-1/actions', { action, note: 'done' });
    }
    await h.waits({ minutes: 1 });
    await h.fires('Checkout slow');
    // Bo’s shift: an incident of before is still open, and one is declared.
    await h.waits({ hours: 6 });
    expect(keysIn(await h.draft('', bo))).toEqual(['INC-2']);
    await h.post('/incidents/INC-2/actions', {
      ...{ action: 'resolve', note: 'done' },
    });
    expect(keysIn(await h.draft('', bo))).toEqual(['INC-2']);
    // Ada still writes about hers, in which both were declared.
    expect(keysIn(await h.draft('', ada))).toEqual(['INC-2', 'INC-1']);
    await h.waits({ hours: 24 });
    const later = await h.draft('', 'user:default/cy');
    expect(later.shift.person.ref).toBe(ada);
    expect(keysIn(later)).toEqual([]);
  });

  it('by a note that the next person reads, whose versions are kept', async () => {
    const h = await open();
    const first = await h.write({ text: 'All calm\u0000.' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...{ schedule: 'till', version: 1, createdBy: { ref: ada } },
      shift: { person: { ref: ada }, to: '2026-11-20T08:00:00.000Z' },
    });
    const { id: note } = first.body;
    const again = await h.write({ text: 'once more' });
    expect([again.status, again.body.error.message]).toEqual([
      409,
      'There is a note about the shift of Ada until 2026-11-20T08:00:00.000Z: version 1 of user:default/ada; read it and change it',
    ]);
    h.passes({ minutes: 5 });
    const change = (version: number, text: string) =>
      h.put(`${path}/handovers/${note}`, { version, text }, bo);
    expect((await change(1, 'Watch the ledger.')).body).toMatchObject({
      ...{ version: 2, createdBy: { ref: ada }, updatedBy: { ref: bo } },
    });
    const late = await change(1, 'Too late.');
    expect([late.status, late.body.error.message]).toEqual([
      409,
      'version: user:default/bo changed the note at 2026-11-20T03:05:00.000Z, and it is version 2 now, not 1; read it again',
    ]);
    const { body } = await h.get(`${path}/handovers/${note}`, bo);
    expect(
      body.versions.map((one: any) => [one.version, one.text, one.by.ref]),
    ).toEqual([
      [2, 'Watch the ledger.', bo],
      [1, 'All calm.', ada],
    ]);
    const list = await h.get(`${path}/handovers`, bo);
    expect(list.body).toMatchObject({
      ...{ totalItems: 1, items: [{ id: note, text: 'Watch the ledger.' }] },
    });
    expect((await h.draft()).note).toMatchObject({ id: note, version: 2 });
    const told = await knex('incidents_timeline')
      .whereIn('kind', ['handover.written', 'handover.changed'])
      .orderBy('id');
    expect(told.map(({ text }) => text)).toEqual([
      'The hand-over of Primary of “till” until 2026-11-20T08:00:00.000Z was written',
      'The hand-over of Primary of “till” until 2026-11-20T08:00:00.000Z was changed to version 2',
    ]);
  });

  it('of two who write at once one has the note, and the other is told', async () => {
    const h = await open();
    const answers = await Promise.all(
      [ada, bo].map(user =>
        h.write({ at: '2026-11-19T12:00:00.000Z', text: user }, user),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await h.get(`${path}/handovers`);
    expect(body.totalItems).toBe(1);
  });

  it.each<[string, object | undefined, number, string | RegExp]>([
    [
      '/handover?at=soon',
      undefined,
      400,
      /^The query is not valid: at: must be an instant/,
    ],
    [
      '/handover?at=2026-01-01T00:00:00.000Z',
      undefined,
      404,
      'Nobody is on call by "till" at 2026-01-01T00:00:00.000Z, or was in the day before: there is nothing to hand over',
    ],
    [
      '/handovers/x',
      undefined,
      404,
      'There is no note x of the schedule "till"',
    ],
    ['/handovers?cursor=x', undefined, 400, /^cursor must be/],
    ['/handovers', { text: 'x' }, 400, /^The body is not valid: at:/],
    ['/handovers', { at, text: ' ' }, 400, /^The body is not valid: text:/],
    [
      '/handovers',
      { at, text: 'x'.repeat(20_001) },
      400,
      /^The body is not valid: text:/,
    ],
  ])('refuses %s with a sentence', async (rest, body, status, message) => {
    const h = await open();
    const answer = await (body
      ? h.post(path + rest, body)
      : h.get(path + rest));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
  });

  it('names no schedule that is not there', async () => {
    const h = await open();
    for (const rest of ['handover', 'handovers']) {
      const { status, body } = await h.get(`/oncall/schedules/gone/${rest}`);
      expect([status, body.error.message]).toEqual([
        ...[404, 'There is no schedule "gone"'],
      ]);
    }
  });

  it('hides what the reader may not see, and says so', async () => {
    const denied = [incidentReadPermission, routingReadPermission];
    const h = await open({
      permissions: permissionsBy((permission, user) =>
        user === bo && denied.some(({ name }) => name === permission.name)
          ? deny
          : allow,
      ),
    });
    await h.fires('Checkout 5xx');
    const { incidents, pages, endings, markdown } = await h.draft('', bo);
    const needs = (name: string) => ({
      ...{ status: 'hidden', reason: `Seeing this needs ${name}` },
    });
    expect([incidents, pages, endings]).toEqual([
      ...[needs('incidents.incident.read'), needs('incidents.incident.read')],
      needs('incidents.routing.read'),
    ]);
    expect(markdown).not.toContain('5xx');
  });

  it('says what is not known while the catalog is away', async () => {
    let isAway = true;
    const h = await open({ catalogIsAway: () => isAway });
    const { incidents, endings } = await h.draft();
    expect([incidents.status, endings.status]).toEqual(['failed', 'failed']);
    isAway = false;
  });

  it.each([
    [onCallReadPermission, [403, 403, 403]],
    [onCallHandoverUpdatePermission, [200, 200, 403]],
  ])('needs $name', async (needed, expected) => {
    const h = await open({
      permissions: permissionsBy((permission, user) =>
        user === bo && isPermission(permission, needed) ? deny : allow,
      ),
    });
    await h.write({ text: 'x' });
    const answers = [
      await h.get(`${path}/handover`, bo),
      await h.get(`${path}/handovers`, bo),
      await h.write({ at: '2026-11-20T09:00:00.000Z', text: 'x' }, bo),
    ];
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });
});
