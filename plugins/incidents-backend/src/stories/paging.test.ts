import type { Knex } from 'knex';
import type { OnCallPages } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type HouseOptions } from '../testing/house';
import {
  aSchedule,
  companyOnCall,
  pager,
  twoSteps,
  type Pager,
} from '../testing/pager';

const engines = openEngines();

describe.each(engines.ids)('somebody is woken, on %s', id => {
  let knex: Knex;
  const closing: Array<() => Promise<void>> = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  /** A backend on the same database: the first, or another replica. */
  async function open(
    escalation: object = { policies: [twoSteps] },
    more: HouseOptions = {},
  ) {
    const phones = pager();
    const h = await house({
      ...{ knex, entities: companyOnCall(), ...more },
      config: { escalation, ...more.config },
      features: [phones.feature, aSchedule(), ...(more.features ?? [])],
    });
    closing.push(() => h.stop());
    const act = (key: string, action: string) =>
      h.post(`/incidents/${key}/actions`, { action });
    const pages = async (key = 'INC-1', user?: string): Promise<OnCallPages> =>
      (await h.get(`/incidents/${key}/pages`, user)).body;
    const lines = async (kind: string, key = 'INC-1') =>
      (await h.story(key)).split('\n').filter(line => line.includes(kind));
    return { ...h, ...phones, act, pages, lines };
  }
  const answer = (h: Pager & { post: any }, how: string, user = 'ada') =>
    h.post(`/incidents/INC-1/pages/${how}`, {}, `user:default/${user}`);

  it('the primary does not answer, the backup does five minutes later, and then nobody else is called', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(h.paged()).toEqual(['ada']);
    await h.waits({ minutes: 4, seconds: 59 });
    expect(h.paged()).toEqual(['ada']);
    await h.waits({ seconds: 1 });
    expect(h.paged()).toEqual(['ada', 'bo']);
    const { status, body } = await answer(h, 'acknowledge', 'bo');
    expect([status, body.status]).toEqual([200, 'acknowledged']);
    await h.waits({ minutes: 20 });
    expect(h.paged()).toEqual(['ada', 'bo']);
    const told = await h.lines(' page.');
    expect(told.filter(line => !line.includes('portal notif'))).toEqual([
      '03:00:00 | page.started | generic | People are called by the policy two-steps: it is the first that matches SEV2 on component:default/checkout',
      '03:00:00 | page.step | escalation | Step 1 of round 1 calls Ada – level 1 (Primary)',
      '03:00:00 | page.sent | escalation | Ada was told by pager',
      '03:05:00 | page.step | escalation | Step 2 of round 1 calls Bo – level 2 (Backup)',
      '03:05:00 | page.sent | escalation | Bo was told by pager',
      '03:05:00 | page.acknowledged | user:default/bo | user:default/bo is on it (in the portal)',
    ]);
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'investigating', acknowledgedAt: expect.any(String) },
    });
    const { items, people } = await h.pages();
    expect([people, items.length]).toEqual(['shown', 1]);
    expect(items[0].acknowledgedBy?.ref).toBe('user:default/bo');
    const byPager = items[0].notices.filter(one => one.notifier === 'pager');
    expect(
      byPager.map(({ person, state, step }) => [
        ...[person?.displayName, step, state],
      ]),
    ).toEqual([
      ['Ada', 1, 'unanswered'],
      ['Bo', 2, 'acknowledged'],
    ]);
  });

  it('who is told learns what burns, how bad, where, what to do and how to answer', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(h.calls).toMatchObject([
      {
        incident: {
          ...{ key: 'INC-1', title: 'Checkout 5xx', severity: 'SEV2' },
          entityRefs: ['component:default/checkout'],
        },
        person: { ref: 'user:default/ada' },
        target: 'level 1 (Primary)',
        links: {
          incident: 'http://localhost:3000/incidents/INC-1',
          acknowledge: 'http://localhost:3000/incidents/INC-1#paged',
          runbook: { url: 'https://wiki.example/checkout' },
        },
      },
    ]);
  });

  it('silence after an acknowledgement wakes people again, unless something happened', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    await answer(h, 'acknowledge');
    await h.waits({ minutes: 20 });
    await h.post('/incidents/INC-1/notes', { text: 'Looking at it' });
    await h.waits({ minutes: 10 });
    expect(h.paged()).toEqual(['ada']);
    await h.waits({ minutes: 20 });
    expect(h.paged()).toEqual(['ada', 'ada']);
    expect(await h.lines('page.reopened')).toEqual([
      expect.stringContaining('03:50:00 | page.reopened | escalation | '),
    ]);
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual(['ada', 'ada', 'bo']);
  });

  it('“not me, next” calls the next one at once', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    const { body } = await h.post('/incidents/INC-1/pages/hand-on', {
      note: 'on a train',
    });
    expect(body.notices[0].state).toBe('handed-on');
    await h.waits({});
    expect(h.paged()).toEqual(['ada', 'bo']);
    expect(await h.lines('page.handed-on')).toEqual([
      '03:00:00 | page.handed-on | user:default/ada | user:default/ada cannot take it: on a train; who is next is called',
    ]);
  });

  it('when nobody answers in any round, the lead hears of it, and the overview says so', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    for (let i = 0; i < 4; i++) await h.waits({ minutes: 5 });
    // Bo leads the team.
    expect(h.paged()).toEqual(['ada', 'bo', 'ada', 'bo', 'bo']);
    expect(h.calls.at(-1)).toMatchObject({
      ...{ urgency: 'final', target: 'the lead of the owner' },
    });
    expect(await h.lines('page.exhausted')).toEqual([
      '03:20:00 | page.exhausted | escalation | Nobody has answered in 2 rounds',
    ]);
    const needs = async () =>
      (await h.get('/overview')).body.needs.map((need: any) => need.kind);
    expect(await needs()).toContain('nobody-answered');
    await h.waits({ minutes: 60 });
    expect(h.paged()).toHaveLength(5);
    expect((await answer(h, 'hand-on')).status).toBe(409);
    expect((await answer(h, 'acknowledge')).status).toBe(200);
    expect(await needs()).not.toContain('nobody-answered');
  });

  it.each(['mitigate', 'resolve', 'dismiss'])(
    'an incident that people %s calls nobody any more',
    async action => {
      const h = await open();
      await h.fires('Checkout 5xx');
      await h.waits({});
      await h.act('INC-1', action);
      await h.waits({ minutes: 5 });
      expect(h.paged()).toEqual(['ada']);
      expect(await h.lines('page.ended')).toHaveLength(1);
      expect((await h.pages()).items[0].status).toBe('ended');
      const { status, body } = await answer(h, 'acknowledge');
      expect([status, body.error.message]).toEqual([
        409,
        expect.stringMatching(/^Nobody is being paged for INC-1, which is /),
      ]);
    },
  );

  it('an incident whose alerts end before anybody was told calls nobody', async () => {
    const h = await open({
      policies: [
        { ...twoSteps, steps: [{ ...twoSteps.steps[0], after: '2m' }] },
      ],
    });
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 1 });
    await h.resolves('Checkout 5xx');
    await h.waits({ minutes: 2 });
    expect(h.paged()).toEqual([]);
    expect((await h.pages()).items[0].status).toBe('ended');
  });

  it('an incident that comes back, or gets worse, calls people again', async () => {
    const h = await open({
      policies: [{ ...twoSteps, match: { severities: ['SEV1', 'SEV2'] } }],
    });
    await h.fires('Checkout slow', 'checkout', { severity: 'warning' });
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual([]);
    await h.post('/incidents/INC-1/severity', { severity: 'SEV1' });
    await h.waits({});
    expect(h.paged()).toEqual(['ada']);
    await h.act('INC-1', 'resolve');
    await h.waits({ minutes: 5 });
    await h.act('INC-1', 'reopen');
    await h.waits({});
    expect(h.paged()).toEqual(['ada', 'ada']);
    expect((await h.pages()).items.map(page => page.status)).toEqual([
      ...['waiting', 'ended'],
    ]);
  });

  it('alerts that join call nobody once more', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.fires('Checkout slow');
    await h.waits({});
    await h.fires('Checkout down');
    await h.waits({});
    expect(h.paged()).toEqual(['ada']);
  });

  it('whoever takes the incident up in its page is on it', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    await h.act('INC-1', 'investigate');
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual(['ada']);
    expect((await h.pages()).items[0]).toMatchObject({
      ...{
        status: 'acknowledged',
        acknowledgedBy: { ref: 'user:default/ada' },
      },
    });
  });

  it('pages that are held back are sent when they are released', async () => {
    const h = await open(undefined, {
      config: {
        triage: { inhibition: { holdPages: true } },
        escalation: {
          policies: [
            { ...twoSteps, match: { entityRefs: ['component:*/checkout'] } },
          ],
        },
      },
    });
    await h.fires('Ledger 5xx', 'ledger');
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual([]);
    await h.act('INC-1', 'resolve');
    await h.waits({ seconds: 15 });
    await h.waits({ seconds: 15 });
    expect(h.paged()).toEqual(['ada']);
    expect((await h.pages('INC-2')).items[0].status).toBe('waiting');
  });

  it('a drill calls nobody', async () => {
    const h = await open();
    await h.post('/incidents', {
      ...{ title: 'Drill', detectionSource: 'drill', severity: 'SEV1' },
      entityRefs: ['component:default/checkout'],
    });
    await h.waits({ minutes: 5 });
    const { status } = await h.post('/incidents/INC-1/pages', { level: 1 });
    expect([status, h.paged()]).toEqual([409, []]);
  });

  it('an incident that no policy is for calls nobody', async () => {
    const h = await open({
      policies: [{ ...twoSteps, match: { severities: ['SEV1'] } }],
    });
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 5 });
    expect([h.paged(), (await h.pages()).items]).toEqual([[], []]);
  });

  it('without a word in config the people of the owner are called, and then its lead', async () => {
    const h = await house({ knex, config: { escalation: undefined } });
    closing.push(() => h.stop());
    await h.fires('Checkout 5xx');
    await h.waits({});
    const told = () =>
      h.notices.map(({ recipients, payload }: any) => [
        recipients.entityRef[0],
        payload.title,
      ]);
    const title = 'You are paged: SEV2 Checkout 5xx (INC-1)';
    expect(told().sort()).toEqual([
      ['user:default/ada', title],
      ['user:default/bo', title],
    ]);
    expect(h.notices[0].payload).toMatchObject({
      ...{ link: '/incidents/INC-1#paged', severity: 'high' },
      description: expect.stringContaining(
        'Runbook: Checkout https://wiki.example/checkout',
      ),
    });
    await h.waits({ minutes: 5 });
    expect(told().slice(2)).toEqual([['user:default/bo', title]]);
    expect(await h.story('INC-1')).toContain(
      'page.gap | escalation | Nobody is on call at level 2: group:default/shop-team has no such level',
    );
  });
});
