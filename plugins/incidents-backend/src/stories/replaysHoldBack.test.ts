import type { ReplayDeliveriesReply } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('a replay on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  const replayAll = async (): Promise<ReplayDeliveriesReply['items']> => {
    const { body } = await h.post('/deliveries/replay', {
      integration: 'generic',
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-21T00:00:00.000Z',
    });
    return body.items;
  };
  const matching = (title: string) => ({
    matchers: [{ label: 'title', op: 'equals', value: title }],
  });

  it('holds back what it places while a silence holds, and not longer', async () => {
    await h.fires('Stray', 'unheard-of', { severity: 'critical' });
    await h.post('/routing-rules', {
      ...matching('Stray'),
      entityRef: 'component:default/ledger',
    });
    const { body: silence } = await h.post('/silences', {
      ...matching('Stray'),
      ...{ reason: 'known', endsAt: '2026-11-20T09:00:00.000Z' },
    });
    expect(await replayAll()).toMatchObject([
      {
        became: { placed: 1 },
        alerts: [
          {
            entityRef: 'component:default/ledger',
            triage: { outcome: 'silenced' },
          },
        ],
      },
    ]);
    expect(await h.incidents()).toEqual([]);
    await h.post(`/silences/${silence.id}/end`, {});
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', entityRefs: ['component:default/ledger'] },
    ]);
  });

  it('neither adds a change to an alert that flaps nor tells its incident of one', async () => {
    for (let n = 0; n < 7; n++) {
      await (n % 2 ? h.resolves('Slow') : h.fires('Slow'));
      await h.waits({ minutes: 1 });
    }
    const before = await h.alerts();
    expect(before[0].flapping).toMatchObject({ changes: 7 });
    const replayed = await replayAll();
    expect(replayed.map(({ became }) => became)).toEqual([
      ...Array(6).fill({ unchanged: 1 }),
      { repeated: 1 },
    ]);
    expect(await h.alerts()).toEqual(before);
    expect(await h.incidents()).toMatchObject([{ key: 'INC-1' }]);
  });

  it('asks policy anew about what is worse as it is read today, and once', async () => {
    await h.fires('Slow', 'checkout', { severity: 'info' });
    expect(await h.incidents()).toEqual([]);
    await knex('incidents_payloads').update({
      body: Buffer.from(
        JSON.stringify({
          ...{ title: 'Slow', dedupKey: 'Slow', severity: 'critical' },
          labels: { service: 'checkout' },
        }),
      ),
    });
    for (let n = 0; n < 2; n++) {
      expect(await replayAll()).toMatchObject([
        { became: { repeated: 1 }, alerts: [{ incidentKey: 'INC-1' }] },
      ]);
    }
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', severity: 'SEV1', alerts: 1, openAlerts: 1 },
    ]);
  });
});
