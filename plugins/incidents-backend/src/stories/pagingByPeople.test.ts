import { isPermission } from '@backstage/plugin-permission-common';
import {
  onCallReadPermission,
  pageAcknowledgePermission,
  pageCreatePermission,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type HouseOptions } from '../testing/house';
import { aSchedule, companyOnCall, pager, twoSteps } from '../testing/pager';
import { allow, deny, permissionsBy } from '../testing/policy';

const engines = openEngines();

describe.each(engines.ids)('people page people, on %s', id => {
  let knex: Knex;
  const closing: Array<() => Promise<void>> = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function open(policies: object[] = [], more: HouseOptions = {}) {
    const phones = pager();
    const h = await house({
      ...{ knex, entities: companyOnCall() },
      config: { escalation: { policies } },
      features: [phones.feature, aSchedule()],
      ...more,
    });
    closing.push(() => h.stop());
    await h.fires('Checkout 5xx');
    await h.waits({});
    const page = (body: object) => h.post('/incidents/INC-1/pages', body);
    return { ...h, ...phones, page };
  }

  it.each([
    ['a user', { user: 'user:default/bo' }, ['bo']],
    [
      'a group, the lead first',
      { group: 'Group:Default/Shop-Team' },
      ['bo', 'ada'],
    ],
    ['a level', { level: 2 }, ['bo']],
    [
      'a level of another entity',
      { level: 1, entityRef: 'component:default/ledger' },
      ['ada'],
    ],
  ])('%s in one action', async (_, body, paged) => {
    const h = await open();
    const { status, body: reply } = await h.page({ ...body, note: 'please' });
    expect([status, reply.status, reply.policy]).toEqual([
      ...[201, 'waiting', 'by-hand'],
    ]);
    await h.waits({});
    expect(h.paged().sort()).toEqual([...paged].sort());
    expect(h.calls[0]).toMatchObject({ note: 'please' });
    expect(await h.story('INC-1')).toContain(
      'page.asked | user:default/ada | user:default/ada pages ',
    );
  });

  it('again and again until they answer, and then not any more', async () => {
    const h = await open();
    await h.page({ user: 'user:default/bo' });
    await h.waits({});
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual(['bo', 'bo']);
    const answers = '/incidents/INC-1/pages/acknowledge';
    await h.post(answers, {}, 'user:default/bo');
    await h.waits({ minutes: 5 });
    expect(h.paged()).toEqual(['bo', 'bo']);
  });

  it('besides whom the policy calls, also when somebody is on it', async () => {
    const h = await open([twoSteps]);
    expect(h.paged()).toEqual(['ada']);
    await h.post('/incidents/INC-1/pages/acknowledge', {});
    const { body } = await h.page({ user: 'user:default/bo' });
    expect(body).toMatchObject({ status: 'acknowledged', policy: 'two-steps' });
    await h.waits({});
    expect(h.paged()).toEqual(['ada', 'bo']);
    expect((await h.get('/incidents/INC-1/pages')).body.items).toHaveLength(1);
  });

  it('says who cannot be paged, and why', async () => {
    const h = await open();
    const { status, body } = await h.page({ user: 'user:default/gone' });
    expect([status, body.error.message]).toEqual([
      ...[400, 'Nobody can be paged: user:default/gone is not in the catalog'],
    ]);
  });

  it.each([
    [{}, 'name a user, a group or a level'],
    [{ user: 'user:default/bo', level: 1 }, 'only one of them'],
    [
      { user: 'user:default/bo', entityRef: 'component:a/b' },
      'entityRef: goes',
    ],
  ])('refuses %j', async (wrong, sentence) => {
    const h = await open();
    const { status, body } = await h.page(wrong);
    expect([status, body.error.message]).toEqual([
      ...[400, expect.stringContaining(sentence)],
    ]);
  });

  it('nobody for what is over, for what is not there, or by an answer to nothing', async () => {
    const h = await open();
    const answer = await h.post('/incidents/INC-1/pages/acknowledge', {});
    expect([answer.status, answer.body.error.message]).toEqual([
      ...[409, 'Nobody is being paged for INC-1, which is declared'],
    ]);
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    expect((await h.page({ level: 1 })).status).toBe(409);
    for (const path of ['', '/acknowledge', '/hand-on']) {
      const body = path ? {} : { level: 1 };
      const { status } = await h.post(`/incidents/INC-9/pages${path}`, body);
      expect(status).toBe(404);
    }
    expect((await h.get('/incidents/INC-9/pages')).status).toBe(404);
  });

  it('“I am on it” said twice is said once', async () => {
    const h = await open([twoSteps]);
    const say = () => h.post('/incidents/INC-1/pages/acknowledge', {});
    const [one, other] = await Promise.all([say(), say()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const story = await h.story('INC-1');
    expect(story.match(/page\.acknowledged/g)).toHaveLength(1);
    expect(story.match(/incident\.moved/g)).toHaveLength(1);
  });

  it('and only those who may', async () => {
    const h = await open([twoSteps], {
      permissions: permissionsBy((permission, user) =>
        user === 'user:default/bo' &&
        [
          pageAcknowledgePermission,
          pageCreatePermission,
          onCallReadPermission,
        ].some(one => isPermission(permission, one))
          ? deny
          : allow,
      ),
    });
    const bo = 'user:default/bo';
    const at = '/incidents/INC-1/pages';
    const tries = [
      await h.post(`${at}/acknowledge`, {}, bo),
      await h.post(`${at}/hand-on`, {}, bo),
      await h.post(at, { level: 1 }, bo),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403]);
    const { body } = await h.get(at, bo);
    expect(body).toMatchObject({ people: 'hidden', items: [{ step: 1 }] });
    expect(JSON.stringify(body)).not.toMatch(/\bada\b/i);
    const told = await h.get('/incidents/INC-1/timeline', bo);
    const pages = told.body.items.filter(({ kind }: any) =>
      kind.startsWith('page.'),
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(JSON.stringify(pages)).not.toMatch(/\bada\b/i);
    expect(JSON.stringify((await h.get(at)).body)).toContain('Ada');
  });
});
