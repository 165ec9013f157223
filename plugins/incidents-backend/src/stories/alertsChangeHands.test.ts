import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('alerts change hands, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const idOf = async (title: string) => {
    const all = await h.alerts('?limit=100');
    return all.find(alert => alert.title === title)!.id;
  };
  const act = async (title: string, body: object) =>
    h.post(`/alerts/${await idOf(title)}/actions`, body);
  const move = (title: string, incidentKey: string, note?: string) =>
    act(title, { action: 'move', incidentKey, note });
  const moveIncident = (key: string, action: string) =>
    h.post(`/incidents/${key}/actions`, { action });
  const counts = async (key: string) => {
    const { status, alerts, openAlerts } = await h.incident(key);
    return [status, alerts, openAlerts];
  };
  const refusal = ({ status, body }: { status: number; body: any }) => [
    status,
    body.error?.message,
  ];

  describe('a person acknowledges one', () => {
    it('and its incident is taken up, once', async () => {
      await h.fires('Checkout 5xx');
      await h.waits({ minutes: 4 });
      const by = { action: 'acknowledge', note: 'on it' };
      expect((await act('Checkout 5xx', by)).body).toMatchObject({
        ...{ status: 'acknowledged', incidentKey: 'INC-1' },
      });
      await h.waits({ minutes: 1 });
      expect((await act('Checkout 5xx', by)).status).toBe(200);
      expect(await h.story('INC-1')).toMatchInlineSnapshot(`
        "03:00:00 | alert.opened | generic | Checkout 5xx fires on component:default/checkout, SEV2: label service=checkout is the name of component:default/checkout; no incident was open for component:default/checkout
        03:00:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx
        03:04:00 | runbook.found | runbooks | Runbook: Checkout. A link of type runbook on component:default/checkout itself.
        03:04:00 | alert.acknowledged | user:default/ada | Checkout 5xx was acknowledged: on it
        03:04:00 | incident.moved | user:default/ada | Checkout 5xx was acknowledged"
      `);
      expect(await h.incident('INC-1')).toMatchObject({
        ...{ status: 'investigating', openAlerts: 1 },
        acknowledgedAt: '2026-11-20T03:04:00.000Z',
      });
    });

    it('and an incident that is further stays there', async () => {
      await h.fires('Checkout 5xx');
      await moveIncident('INC-1', 'identify');
      await act('Checkout 5xx', { action: 'acknowledge' });
      expect(await counts('INC-1')).toEqual(['identified', 1, 1]);
    });

    it('too late, when it is over', async () => {
      await h.fires('Checkout 5xx');
      await h.resolves('Checkout 5xx');
      expect(
        refusal(await act('Checkout 5xx', { action: 'acknowledge' })),
      ).toEqual([
        409,
        'Checkout 5xx is resolved; there is nothing left to acknowledge',
      ]);
    });
  });

  describe('a person moves one', () => {
    it('and both timelines tell it, and both count', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Checkout slow');
      await h.fires('Ledger 5xx', 'ledger');
      await h.waits({ minutes: 1 });
      const { status, body } = await move('Checkout slow', 'INC-2', 'its disk');
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          incidentKey: 'INC-2',
          entityRef: 'component:default/checkout',
          triage: {
            outcome: 'attached',
            reason: 'user:default/ada moved it from INC-1 to INC-2',
          },
        }),
      ]);
      expect(await counts('INC-1')).toEqual(['declared', 1, 1]);
      expect(await counts('INC-2')).toEqual(['declared', 2, 2]);
      for (const key of ['INC-1', 'INC-2']) {
        expect((await h.story(key)).split('\n').at(-1)).toBe(
          key === 'INC-1'
            ? '03:01:00 | alert.moved | user:default/ada | Checkout slow was moved to INC-2: its disk'
            : '03:01:00 | alert.moved | user:default/ada | Checkout slow was moved here from INC-1: its disk',
        );
      }
      const titles = (await h.alerts('?incident=INC-2')).map(a => a.title);
      expect(titles.sort()).toEqual(['Checkout slow', 'Ledger 5xx']);
    });

    it('and what happens to it later happens to its new incident', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Ledger 5xx', 'ledger');
      await move('Checkout 5xx', 'INC-2');
      await h.resolves('Ledger 5xx', 'ledger');
      expect(await counts('INC-2')).toEqual(['declared', 2, 1]);
      await h.resolves('Checkout 5xx');
      expect(await counts('INC-2')).toEqual(['mitigated', 2, 0]);
      expect(await counts('INC-1')).toEqual(['mitigated', 0, 0]);
    });

    it('and an incident that is left calms down', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Ledger 5xx', 'ledger');
      await move('Checkout 5xx', 'INC-2');
      expect(await counts('INC-1')).toEqual(['mitigated', 0, 0]);
      expect(await h.story('INC-1')).toContain(
        'What fired belongs to INC-2 now; a person should look and resolve this',
      );
    });

    it('and an incident that had calmed down is taken up, if it fires', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Checkout over');
      await h.resolves('Checkout over');
      await h.fires('Ledger 5xx', 'ledger');
      await h.resolves('Ledger 5xx', 'ledger');
      await move('Checkout over', 'INC-2');
      expect(await counts('INC-2')).toEqual(['mitigated', 2, 0]);
      await move('Checkout 5xx', 'INC-2');
      expect(await counts('INC-2')).toEqual(['investigating', 3, 1]);
      expect(await h.story('INC-2')).toContain(
        'Checkout 5xx fires, so it is not over',
      );
    });

    it('and an incident turns out worse, unless a person had judged it', async () => {
      const critical = { severity: 'critical' };
      await h.fires('Checkout 5xx', 'checkout', critical);
      await h.fires('Checkout slow', 'checkout', critical);
      await h.fires('Ledger 5xx', 'ledger');
      await move('Checkout 5xx', 'INC-2');
      expect((await h.incident('INC-2')).severity).toBe('SEV1');
      await h.post('/incidents/INC-2/severity', { severity: 'SEV3' });
      await move('Checkout slow', 'INC-2');
      expect((await h.incident('INC-2')).severity).toBe('SEV3');
    });

    it('although it belonged to no incident, and to nobody', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Stray', 'unheard-of');
      await h.fires('Ledger hum', 'ledger', { severity: 'info' });
      for (const title of ['Stray', 'Ledger hum']) {
        expect((await move(title, 'INC-1')).body).toMatchObject({
          ...{ incidentKey: 'INC-1', triage: { outcome: 'attached' } },
        });
      }
      expect(await counts('INC-1')).toEqual(['declared', 3, 3]);
      expect(await h.alerts('?outcome=unrouted')).toEqual([]);
    });

    it('although a silence holds it, and its end changes nothing', async () => {
      await h.post('/silences', {
        matchers: [{ label: 'title', op: 'equals', value: 'Ledger hum' }],
        reason: 'planned work',
        endsAt: '2026-11-20T03:30:00.000Z',
      });
      await h.fires('Checkout 5xx');
      const { body } = await h.fires('Ledger hum', 'ledger');
      expect(body.alerts[0].triage.outcome).toBe('silenced');
      await move('Ledger hum', 'INC-1');
      await h.waits({ hours: 1 });
      expect(await counts('INC-1')).toEqual(['declared', 2, 2]);
      expect(await h.incidents()).toHaveLength(1);
    });

    it('where it is already, and nothing happens', async () => {
      await h.fires('Checkout 5xx');
      const before = [await h.incident('INC-1'), await h.story('INC-1')];
      expect((await move('Checkout 5xx', 'INC-1')).status).toBe(200);
      expect([await h.incident('INC-1'), await h.story('INC-1')]).toEqual(
        before,
      );
    });

    it.each([
      ['resolve', 'resolved'],
      ['dismiss', 'dismissed'],
    ])('not into an incident that is over: %s', async (action, status) => {
      await h.fires('Checkout 5xx');
      await h.fires('Ledger 5xx', 'ledger');
      await moveIncident('INC-2', action);
      expect(refusal(await move('Checkout 5xx', 'INC-2'))).toEqual([
        409,
        `INC-2 is ${status}; reopen it first`,
      ]);
      expect(await counts('INC-1')).toEqual(['declared', 1, 1]);
    });

    it('not into an incident that does not exist', async () => {
      await h.fires('Checkout 5xx');
      expect(refusal(await move('Checkout 5xx', 'INC-7'))).toEqual([
        404,
        'There is no incident INC-7',
      ]);
    });
  });

  describe('a person splits one off', () => {
    it('and it gets an incident of its own, while the other keeps the place', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Checkout slow');
      const { status, body } = await act('Checkout slow', {
        ...{ action: 'split', title: 'Slow since the sale' },
        note: 'something else',
      });
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          incidentKey: 'INC-2',
          triage: {
            outcome: 'declared',
            reason: 'user:default/ada split it off INC-1',
          },
        }),
      ]);
      expect(await h.incident('INC-2')).toMatchObject({
        ...{ title: 'Slow since the sale', status: 'declared' },
        ...{ alerts: 1, openAlerts: 1, severity: 'SEV2' },
        entityRefs: ['component:default/checkout'],
        declaredBy: { type: 'user', ref: 'user:default/ada' },
      });
      expect(await counts('INC-1')).toEqual(['declared', 1, 1]);
      expect(await h.story('INC-2')).toMatchInlineSnapshot(`
        "03:00:00 | incident.declared | user:default/ada | SEV2 declared for Checkout slow, split off INC-1
        03:00:00 | alert.moved | user:default/ada | Checkout slow was moved here from INC-1: something else"
      `);
      const { body: next } = await h.fires('Checkout cart');
      expect(next.alerts[0].incidentKey).toBe('INC-1');
    });

    it('and later alerts join it once the other is over', async () => {
      await h.fires('Checkout 5xx');
      await h.fires('Checkout slow');
      await act('Checkout slow', { action: 'split' });
      await moveIncident('INC-1', 'resolve');
      const { body } = await h.fires('Checkout cart');
      expect(body.alerts[0].incidentKey).toBe('INC-2');
    });

    it('and a quiet one that declared none becomes one', async () => {
      await h.fires('Checkout hum', 'checkout', { severity: 'info' });
      expect(await h.incidents()).toEqual([]);
      await act('Checkout hum', { action: 'split' });
      expect(await h.incident('INC-1')).toMatchObject({
        ...{ title: 'Checkout hum', severity: 'SEV4', openAlerts: 1 },
      });
    });

    it('but not what is over, or of nobody', async () => {
      await h.fires('Checkout 5xx');
      await h.resolves('Checkout 5xx');
      await h.fires('Stray', 'unheard-of');
      expect(refusal(await act('Checkout 5xx', { action: 'split' }))).toEqual([
        409,
        'Checkout 5xx is resolved; move it to another incident instead',
      ]);
      expect(refusal(await act('Stray', { action: 'split' }))).toEqual([
        409,
        'Stray belongs to no entity yet; bind it to one first',
      ]);
      // Who is refused gives its number back.
      await h.fires('Ledger 5xx', 'ledger');
      expect((await h.incident('INC-2')).title).toBe('Ledger 5xx');
    });
  });

  it('many people at once move one to and fro, and every count is right', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    const alertId = await idOf('Checkout 5xx');
    const answers = await Promise.all([
      ...['INC-2', 'INC-1', 'INC-2', 'INC-1', 'INC-2'].map(incidentKey =>
        h.post(`/alerts/${alertId}/actions`, { action: 'move', incidentKey }),
      ),
      h.fires('Checkout 5xx', 'checkout', { description: 'still' }),
      h.fires('Ledger slow', 'ledger'),
    ]);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    for (const key of ['INC-1', 'INC-2']) {
      const { alerts, openAlerts } = await h.incident(key);
      const there = await h.alerts(`?incident=${key}`);
      expect([alerts, openAlerts]).toEqual([there.length, there.length]);
    }
  });
});
