import type { DryRunReply } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe.each(engines.ids)('alerts grouped by policy, on %s', id => {
  let h: House;
  const open = async (triage: object, knex = engines.migrated(id)) => {
    h = await house({ knex: await knex, config: { triage } });
    return h;
  };
  afterEach(() => h.stop());

  const fires = async (name: string, service = 'checkout', more = {}) => {
    const { status, body } = await h.fires(name, service, more);
    expect(status).toBe(202);
    return body.alerts[0];
  };
  const keyOf = async (...fired: Parameters<typeof fires>) =>
    (await fires(...fired)).incidentKey;
  const openKeys = async () =>
    (await h.incidents('?status=open&sort=declaredAt')).map(({ key }) => key);

  describe('two policies', () => {
    beforeEach(() =>
      open({
        default: 'attach',
        policies: [
          {
            name: 'Checkout by alert',
            match: { entities: ['component:default/check*'] },
            then: { outcome: 'declare', groupBy: ['alert'] },
          },
          {
            match: { entities: ['group:default/shop-team'] },
            then: { outcome: 'declare' },
          },
        ],
      }),
    );

    it('the first that matches decides', async () => {
      expect(await keyOf('5xx')).toBe('INC-1');
      expect(await keyOf('slow')).toBe('INC-2');
      expect(await keyOf('Ledger 5xx', 'ledger')).toBe('INC-3');
      expect(await keyOf('Ledger slow', 'ledger')).toBe('INC-3');
    });

    it('the dry run names the policy, and the line of config', async () => {
      const payload = { title: '5xx', severity: 'error' };
      const body = JSON.stringify({
        ...payload,
        labels: { service: 'checkout', alertname: 'Http5xx' },
      });
      const reply: DryRunReply = (
        await h.post('/dry-run', { integration: 'generic', body })
      ).body;
      const steps = reply.alerts[0].steps.map(step =>
        Object.values(step).join(' | '),
      );
      expect(steps.slice(-2)).toEqual([
        'group | component:default/checkout|alert=Http5xx | incidents.triage.policies[0].then.groupBy (Checkout by alert) is alert',
        'decision | declared INC-1 | incidents.triage.policies[0].then.outcome (Checkout by alert) is declare; no incident was open for component:default/checkout, alert=Http5xx',
      ]);
    });

    it('an alert that joins says so on the timeline, and why', async () => {
      const labels = { service: 'checkout', alertname: 'Http5xx' };
      await fires('5xx on a', 'checkout', { labels });
      await h.waits({ minutes: 1 });
      await fires('5xx on b', 'checkout', { labels });
      expect((await h.story('INC-1')).split('\n').at(-1)).toBe(
        '03:01:00 | alert.opened | generic | 5xx on b fires on component:default/checkout, SEV2: label service=checkout is the name of component:default/checkout; INC-1 is open for component:default/checkout, alert=Http5xx',
      );
    });

    it('an alert that a person splits off leaves the group to the others', async () => {
      await fires('5xx');
      const [{ id: alert }] = await h.alerts();
      await h.post(`/alerts/${alert}/actions`, { action: 'split' });
      await h.post('/incidents/INC-1/actions', { action: 'resolve' });
      // The one that was split off is of the same group, and the only one that is open.
      expect(await keyOf('5xx', 'checkout', { dedupKey: 'other' })).toBe(
        'INC-2',
      );
      expect(await keyOf('slow')).toBe('INC-3');
    });
  });

  describe('a window', () => {
    beforeEach(() => open({ window: { hours: 1 } }));

    it('slides with each alert that joins, and after it another incident takes the place', async () => {
      expect(await keyOf('A')).toBe('INC-1');
      await h.waits({ minutes: 60 });
      expect(await keyOf('B')).toBe('INC-1');
      await h.waits({ minutes: 60 });
      expect(await keyOf('C')).toBe('INC-1');
      await h.waits({ minutes: 60, seconds: 1 });
      const { incidentKey, triage } = await fires('D');
      expect(incidentKey).toBe('INC-2');
      expect(triage).toEqual({
        outcome: 'declared',
        reason:
          'INC-1 is open, but no alert has joined it for more than 1 hour, as incidents.triage.window says',
      });
      expect(await h.incident('INC-2')).toMatchObject({
        follows: 'INC-1',
        alerts: 1,
      });
      expect(await h.incident('INC-1')).toMatchObject({
        status: 'declared',
        alerts: 3,
        openAlerts: 3,
        lastAlertAt: '2026-11-20T05:00:00.000Z',
      });
      expect((await h.story('INC-1')).split('\n').at(-1)).toBe(
        '06:00:01 | incident.followed | generic | INC-2 takes the next alerts: INC-1 is open, but no alert has joined it for more than 1 hour, as incidents.triage.window says',
      );
      expect(await h.story('INC-2')).toContain(
        'generic declared SEV2: D; it follows INC-1',
      );
      expect(await keyOf('E')).toBe('INC-2');
    });

    it('an alert that fires on stays where it is, and what happens to it happens there', async () => {
      await fires('A');
      await h.waits({ hours: 2 });
      await fires('B');
      await fires('A', 'checkout', { description: 'still' });
      expect((await h.alerts('?incident=INC-1')).map(a => a.title)).toEqual([
        'A',
      ]);
      await h.resolves('A');
      expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
      expect(await h.incident('INC-2')).toMatchObject({ status: 'declared' });
    });

    it('an incident past its window does not cover one that was resolved too early', async () => {
      await fires('A');
      await h.waits({ hours: 2 });
      await fires('B');
      await h.post('/incidents/INC-2/actions', { action: 'resolve' });
      await fires('B', 'checkout', { description: 'still' });
      expect(await openKeys()).toEqual(['INC-1', 'INC-2']);
      expect(await keyOf('C')).toBe('INC-2');
    });

    it('an incident that stood aside past its window takes no alert later either', async () => {
      await fires('A');
      await h.waits({ hours: 2 });
      await fires('B');
      await h.post('/incidents/INC-2/actions', { action: 'resolve' });
      expect(await keyOf('C')).toBe('INC-3');
      expect(await h.incident('INC-3')).toMatchObject({ follows: 'INC-1' });
      expect((await h.incident('INC-1')).alerts).toBe(1);
    });

    it('two replicas that find it past its window declare one incident', async () => {
      await h.stop();
      const knex = await engines.migrated(id);
      const triage = { window: { hours: 1 } };
      const other = await open(triage, Promise.resolve(knex));
      await open(triage, Promise.resolve(knex));
      try {
        await fires('A');
        for (const one of [h, other]) await one.waits({ hours: 2 });
        const replies = await Promise.all(
          numbers(20).map(i => [h, other][i % 2].fires(`Alert ${i}`)),
        );
        const keys = replies.map(({ body }) => body.alerts[0].incidentKey);
        expect(new Set(keys)).toEqual(new Set(['INC-2']));
        expect(await h.incident('INC-1')).toMatchObject({ alerts: 1 });
        expect(await h.incident('INC-2')).toMatchObject({ alerts: 20 });
        expect(
          (await h.story('INC-1')).match(/incident\.followed/g),
        ).toHaveLength(1);
      } finally {
        await other.stop();
      }
    });
  });

  it('attach and a window: an alert that comes too late is recorded, and says why', async () => {
    await open({
      ...{ window: '1h', default: 'attach' },
      bySeverity: { SEV1: 'declare' },
    });
    await fires('A', 'checkout', { severity: 'critical' });
    await h.waits({ hours: 2 });
    expect((await fires('B')).triage).toEqual({
      outcome: 'recorded',
      reason:
        'incidents.triage.default is attach; INC-1 is open, but no alert has joined it for more than 1 hour, as incidents.triage.window says',
    });
    expect((await h.incident('INC-1')).alerts).toBe(1);
  });

  describe('a cap', () => {
    beforeEach(() => open({ cap: 3 }));

    it('lets that many alerts join, and the next declares an incident that follows', async () => {
      const keys = [];
      for (const i of numbers(5)) {
        keys.push(await keyOf(`Alert ${i}`));
        await h.waits({ minutes: 1 });
      }
      expect(keys).toEqual(['INC-1', 'INC-1', 'INC-1', 'INC-2', 'INC-2']);
      expect(await h.incident('INC-2')).toMatchObject({ follows: 'INC-1' });
      expect(await h.story('INC-1')).toContain(
        'INC-2 takes the next alerts: INC-1 is open, but has 3 alerts, and incidents.triage.cap allows 3',
      );
    });

    it('a storm becomes two incidents, and another one each ten minutes at most', async () => {
      const storm = (from: number) =>
        h.deliver('generic', {
          alerts: numbers(100).map(i => ({
            ...{ title: `Alert ${from + i}`, dedupKey: `${from + i}` },
            ...{ severity: 'error', labels: { service: 'checkout' } },
          })),
        });
      for (const i of numbers(9)) {
        await storm(i * 100);
        await h.waits({ minutes: 1 });
      }
      expect(await openKeys()).toEqual(['INC-1', 'INC-2']);
      expect((await h.incident('INC-1')).alerts).toBe(3);
      expect((await h.incident('INC-2')).alerts).toBe(897);
      await h.waits({ minutes: 1 });
      await storm(900);
      expect(await openKeys()).toEqual(['INC-1', 'INC-2', 'INC-3']);
      expect(await h.incident('INC-3')).toMatchObject({
        follows: 'INC-2',
        alerts: 100,
      });
    });

    it('many that come at once are counted one by one', async () => {
      await fires('First');
      const replies = await Promise.all(
        numbers(10).map(i => h.fires(`Alert ${i}`)),
      );
      const keys = replies.map(({ body }) => body.alerts[0].incidentKey);
      expect(keys.filter(key => key === 'INC-1')).toHaveLength(2);
      expect(keys.filter(key => key === 'INC-2')).toHaveLength(8);
      expect(await openKeys()).toEqual(['INC-1', 'INC-2']);
    });
  });
});
