import type { ReplayReply } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const start = new Date('2026-11-20T03:00:00.000Z');
const alert = (title: string, about: object = {}) =>
  JSON.stringify({
    ...{ title, dedupKey: title, labels: { service: 'checkout' } },
    ...about,
  });

describe.each(engines.ids)('dead letters, read again on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  let buried = 0;
  /** A delivery that nobody could read when it came. */
  const bury = async (
    body: string,
    about: { integration?: string; minutes?: number } = {},
  ): Promise<string> => {
    const letter = `d${(buried += 1)}`;
    await knex('incidents_dead_letters').insert({
      id: letter,
      integration_id: about.integration ?? 'generic',
      received_at: new Date(start.getTime() + (about.minutes ?? 0) * 60_000),
      reason: 'nobody could read it',
      content_type: 'application/json',
      body,
    });
    return letter;
  };
  const replay = async (wanted: object): Promise<ReplayReply> => {
    const { status, body } = await h.post('/dead-letters/replay', wanted);
    expect(status).toBe(200);
    return body;
  };
  const left = async () =>
    (await knex('incidents_dead_letters').orderBy('id')).map(row => row.id);

  it('become the alerts that they would have been, and are gone', async () => {
    const ids = [await bury(alert('ログ 🔥')), await bury(alert('Queue'))];
    expect(await replay({ ids })).toEqual({ replayed: 2, failed: [] });
    expect((await h.alerts()).map(({ title }) => title).sort()).toEqual([
      'Queue',
      'ログ 🔥',
    ]);
    expect(await h.incidents()).toMatchObject([{ key: 'INC-1', alerts: 2 }]);
    expect(await left()).toEqual([]);
    expect(await replay({ ids })).toEqual({ replayed: 0, failed: [] });
    expect(await h.alerts()).toHaveLength(2);
  });

  it('the oldest first, in whatever order they are named', async () => {
    const resolved = await bury(alert('Queue', { status: 'resolved' }), {
      minutes: 5,
    });
    const fired = await bury(alert('Queue', { status: 'firing' }));
    await replay({ ids: [resolved, fired] });
    expect(await h.alerts()).toMatchObject([{ status: 'resolved' }]);
  });

  it('count once with the same bytes that were received', async () => {
    const body = alert('Queue');
    await h.deliver('generic', body);
    await replay({ ids: [await bury(body)] });
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);
    expect(await left()).toEqual([]);
  });

  it('count once when two people read them again at the same time', async () => {
    const ids = [await bury(alert('Queue')), await bury(alert('Disk'))];
    await Promise.all([replay({ ids }), replay({ integration: 'generic' })]);
    expect(await h.alerts()).toMatchObject([
      { occurrences: 1 },
      { occurrences: 1 },
    ]);
    expect(await left()).toEqual([]);
  });

  it('are gone too when they turn out to bring no alert', async () => {
    const ids = [
      await bury('{"alerts":[]}', { integration: 'alertmanager' }),
      await bury('{"alerts":[]}'),
    ];
    const { replayed, failed } = await replay({ ids });
    expect(await left()).toEqual(failed.map(({ id: one }) => one));
    expect(replayed + failed.length).toBe(2);
    expect(replayed).toBeGreaterThan(0);
  });

  it('stay, with the reason of today, when they are still not understood', async () => {
    const good = await bury(alert('Queue'));
    const bad: Array<[string, RegExp]> = [
      [await bury('{"title": 7}'), /^This is not what Generic JSON sends: /],
      [await bury('{'), /^The body is not JSON: /],
      [await bury(''), /^Nothing of its body was kept$/],
      [
        await bury(alert('Queue'), { integration: 'gone' }),
        /^There is no integration gone in incidents\.integrations any more$/,
      ],
      [await bury(alert('a␀b')), /had the character NUL/],
      [
        await bury(alert('Queue').padEnd(1_000_000, ' ')),
        /longer than what is kept/,
      ],
    ];
    const ids = [good, ...bad.map(([one]) => one), 'none'];
    const { replayed, failed } = await replay({ ids });
    expect(replayed).toBe(1);
    expect(failed).toHaveLength(bad.length);
    for (const [one, reason] of bad) {
      expect(failed.find(({ id: of }) => of === one)?.reason).toMatch(reason);
    }
    expect(await left()).toEqual(bad.map(([one]) => one).sort());
    expect(await h.alerts()).toHaveLength(1);
  });

  it('stay when their alerts cannot be written', async () => {
    const letter = await bury(alert('Queue'));
    await knex.schema.renameTable('incidents_timeline', 'elsewhere');
    expect(await replay({ ids: [letter] })).toEqual({
      replayed: 0,
      failed: [{ id: letter, reason: 'It could not be written' }],
    });
    await knex.schema.renameTable('elsewhere', 'incidents_timeline');
    expect(await left()).toEqual([letter]);
    expect(await h.alerts()).toEqual([]);
    expect(await replay({ ids: [letter] })).toMatchObject({ replayed: 1 });
  });

  it('all of an integration, five hundred at a time, the oldest first', async () => {
    await bury(alert('Other'), { integration: 'alertmanager' });
    const rows = Array.from({ length: 501 }, (_, i) => ({
      id: `n${i}`,
      integration_id: 'generic',
      received_at: new Date(start.getTime() + i * 1000),
      reason: 'x',
      body: alert(`Queue ${i % 3}`, { n: i }),
    }));
    await knex.batchInsert('incidents_dead_letters', rows, 100);
    const wanted = { integration: 'generic' };
    expect(await replay(wanted)).toEqual({
      ...{ replayed: 500, failed: [], more: true },
    });
    expect(await left()).toEqual([expect.stringMatching(/^d/), 'n500']);
    expect(await replay(wanted)).toEqual({ replayed: 1, failed: [] });
    const alerts = await h.alerts();
    expect(alerts.map(({ occurrences }) => occurrences)).toEqual([
      167, 167, 167,
    ]);
  });

  it.each([
    [
      'too many at once',
      { ids: Array.from({ length: 501 }, (_, i) => `${i}`) },
    ],
    ['what cannot be an id', { ids: ['a\u0000'] }],
    ['what can be no integration', { integration: 'a\u0000' }],
  ])('are refused by %s', async (_, wanted) => {
    const { status } = await h.post('/dead-letters/replay', wanted);
    expect(status).toBe(400);
  });
});

describe('dead letters that nobody reads again', () => {
  it.each([
    ['90 days', {}, 89, 91],
    ['as long as is configured', { deadLetters: '7d' }, 6, 8],
  ])('are kept for %s', async (_, retention, before, after) => {
    const h = await house({ config: { retention } });
    try {
      await h.deliver('generic', '{');
      await h.waits({ hours: before * 24 });
      const letters = () => h.get('/dead-letters');
      expect((await letters()).body.totalItems).toBe(1);
      await h.waits({ hours: (after - before) * 24 });
      expect((await letters()).body.totalItems).toBe(0);
    } finally {
      await h.stop();
    }
  });
});
