import type { Need, RoutingRule } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const checkout = 'component:default/checkout';
const ledger = 'component:default/ledger';

describe.each(engines.ids)('alerts of nobody, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  /** An alert that names no entity; its id. */
  const strays = async (title: string, labels: object, more: object = {}) => {
    const { body } = await h.deliver('generic', {
      ...{ title, dedupKey: title, labels, severity: 'error' },
      ...more,
    });
    return body.alerts[0].alertId as string;
  };
  const act = (alertId: string, body: object, user?: string) =>
    h.post(`/alerts/${alertId}/actions`, body, user);
  const alert = async (alertId: string) =>
    (await h.get(`/alerts/${alertId}`)).body;
  const neglected = async () =>
    (await h.get('/overview')).body.needs.filter(
      (need: Need) => need.kind === 'unrouted-alerts',
    ).length;
  const is = (label: string, value: string) => ({
    ...{ label, op: 'equals', value },
  });
  const addRule = (entityRef: string, ...matchers: object[]) =>
    h.post('/routing-rules', { entityRef, matchers });
  const rules = async () =>
    (await h.get('/routing-rules')).body.items as RoutingRule[];

  describe('whose is it', () => {
    it('is answered with the likeliest entities, and why', async () => {
      const stray = await strays('Checkut is slow', { app: 'ledger-prod' });
      expect(await alert(stray)).toMatchObject({
        triage: { outcome: 'unrouted' },
        candidates: [
          {
            entityRef: ledger,
            reason: 'label app=ledger-prod is like its name ledger',
          },
          {
            entityRef: checkout,
            reason: 'the title resembles its name checkout',
          },
        ],
      });
    });

    it('is answered with what people said of others', async () => {
      await act(await strays('Boo', { n: '1' }), {
        action: 'bind',
        entityRef: ledger,
      });
      const { candidates } = await alert(await strays('Bah', { n: '2' }));
      expect(candidates).toEqual([
        {
          entityRef: ledger,
          reason: 'somebody bound another alert of generic to it',
        },
      ]);
    });

    it('is no question for an alert that has found its entity', async () => {
      await h.fires('Checkout 5xx');
      const [{ id: found }] = await h.alerts();
      expect(await alert(found)).toMatchObject({
        ...{ id: found, entityRef: checkout, candidates: [] },
      });
    });

    it('cannot be answered of what does not exist', async () => {
      const { status, body } = await h.get('/alerts/nonsense');
      expect([status, body.error.message]).toEqual([
        404,
        'There is no alert nonsense',
      ]);
    });
  });

  describe('a person binds one', () => {
    it('and it goes its way as if it had just opened', async () => {
      const stray = await strays('Slow', { app: 'x' });
      expect(await neglected()).toBe(1);
      await h.waits({ minutes: 2 });
      const { status, body } = await act(stray, {
        ...{ action: 'bind', entityRef: 'Component:default/Checkout' },
        note: 'asked them',
      });
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          entityRef: checkout,
          routing: {
            by: 'person',
            reason: `user:default/ada bound it to ${checkout}: asked them`,
          },
          triage: {
            outcome: 'declared',
            reason: `no incident was open for ${checkout}`,
          },
          incidentKey: 'INC-1',
        }),
      ]);
      const { candidates, ...shown } = await alert(stray);
      expect([shown, candidates]).toEqual([body, []]);
      expect(await h.story('INC-1')).toMatchInlineSnapshot(`
        "03:02:00 | alert.routed | user:default/ada | Slow: user:default/ada bound it to component:default/checkout: asked them; no incident was open for component:default/checkout
        03:02:00 | incident.declared | generic | generic declared SEV2: Slow"
      `);
      expect(await h.incident('INC-1')).toMatchObject({
        ...{ openAlerts: 1, alerts: 1, severity: 'SEV2' },
      });
      expect(await neglected()).toBe(0);
    });

    it('and it joins the incident that is open there', async () => {
      await h.fires('Checkout 5xx');
      const stray = await strays('Slow', { app: 'x' });
      await act(stray, { action: 'bind', entityRef: checkout });
      expect(await h.incident('INC-1')).toMatchObject({ openAlerts: 2 });
      expect(await alert(stray)).toMatchObject({
        triage: { outcome: 'attached' },
      });
    });

    it('and the incident is taken up when the alert was', async () => {
      const stray = await strays('Slow', { app: 'x' });
      await act(stray, { action: 'acknowledge' });
      await act(stray, { action: 'bind', entityRef: checkout });
      expect(await h.incident('INC-1')).toMatchObject({
        status: 'investigating',
        acknowledgedAt: '2026-11-20T03:00:00.000Z',
      });
    });

    it('and nobody is woken by one that is over', async () => {
      const stray = await strays('Slow', { app: 'x' });
      await strays('Slow', { app: 'x' }, { status: 'resolved' });
      await act(stray, { action: 'bind', entityRef: checkout });
      expect(await alert(stray)).toMatchObject({
        ...{ entityRef: checkout, status: 'resolved' },
        triage: {
          outcome: 'recorded',
          reason: 'it was over before it was bound',
        },
      });
      expect(await h.incidents()).toEqual([]);
    });

    it('and one that a silence holds waits for its end', async () => {
      await h.post('/silences', {
        matchers: [is('app', 'x')],
        reason: 'planned work',
        endsAt: '2026-11-20T03:30:00.000Z',
      });
      const stray = await strays('Slow', { app: 'x' });
      await act(stray, { action: 'bind', entityRef: checkout });
      expect(await alert(stray)).toMatchObject({
        ...{ entityRef: checkout, triage: { outcome: 'silenced' } },
      });
      expect(await h.incidents()).toEqual([]);
      await h.waits({ hours: 1 });
      expect(await alert(stray)).toMatchObject({
        ...{ incidentKey: 'INC-1', triage: { outcome: 'declared' } },
      });
    });

    it('and may think again while it belongs to no incident', async () => {
      const stray = await strays('Slow', { app: 'x' }, { severity: 'info' });
      await act(stray, { action: 'bind', entityRef: checkout });
      await act(stray, { action: 'bind', entityRef: ledger });
      expect(await alert(stray)).toMatchObject({
        ...{ entityRef: ledger, triage: { outcome: 'recorded' } },
      });
    });

    it('and is told to move it when it belongs to one', async () => {
      await h.fires('Checkout 5xx');
      const [{ id: attached }] = await h.alerts();
      const { status, body } = await act(attached, {
        ...{ action: 'bind', entityRef: ledger },
      });
      expect([status, body.error.message]).toEqual([
        409,
        'Checkout 5xx belongs to INC-1 already; move it to another incident instead',
      ]);
    });

    it('and is told when there is no such entity', async () => {
      const stray = await strays('Slow', { app: 'x' });
      const { status, body } = await act(stray, {
        ...{ action: 'bind', entityRef: 'component:default/gone' },
      });
      expect([status, body.error.message]).toEqual([
        400,
        'component:default/gone is not in the catalog',
      ]);
      expect((await alert(stray)).entityRef).toBeUndefined();
    });

    it('and with a rule the next ones find it by themselves', async () => {
      const first = await strays('Slow', { app: 'x' });
      await act(first, {
        ...{ action: 'bind', entityRef: checkout },
        rule: [is('app', 'x')],
      });
      const second = await strays('Slower', { app: 'x' });
      expect(await alert(second)).toMatchObject({
        ...{ entityRef: checkout, incidentKey: 'INC-1' },
        routing: { by: 'rule', reason: `rule app=x says ${checkout}` },
      });
      expect(await rules()).toEqual([
        {
          id: expect.any(String),
          matchers: [is('app', 'x')],
          entityRef: checkout,
          createdBy: { type: 'user', ref: 'user:default/ada' },
          createdAt: '2026-11-20T03:00:00.000Z',
        },
      ]);
    });

    it('and no rule is left behind when it is refused', async () => {
      await h.fires('Checkout 5xx');
      const [{ id: attached }] = await h.alerts();
      const { status } = await act(attached, {
        ...{ action: 'bind', entityRef: ledger, rule: [is('app', 'x')] },
      });
      expect([status, await rules()]).toEqual([409, []]);
    });
  });

  describe('routing rules', () => {
    it('are asked in their order, and the order can be changed', async () => {
      const byTeam = (await addRule(ledger, is('team', 'pay'))).body.id;
      const byTier = (await addRule(checkout, is('tier', 'web'))).body.id;
      const labels = { team: 'pay', tier: 'web' };
      const before = await strays('A', labels);
      const { status, body } = await h.post('/routing-rules/order', {
        ids: [byTier, byTeam],
      });
      expect([status, body.items.map((rule: RoutingRule) => rule.id)]).toEqual([
        200,
        [byTier, byTeam],
      ]);
      const after = await strays('B', labels);
      expect((await alert(before)).entityRef).toBe(ledger);
      expect((await alert(after)).entityRef).toBe(checkout);
      expect((await rules()).map(rule => rule.id)).toEqual([byTier, byTeam]);
    });

    it('that are added after a change of order come last', async () => {
      const ids: string[] = [];
      for (const n of ['1', '2']) {
        ids.push((await addRule(ledger, is('n', n))).body.id);
      }
      await h.post('/routing-rules/order', { ids: [...ids].reverse() });
      const last = (await addRule(ledger, is('n', '3'))).body.id;
      expect((await rules()).map(rule => rule.id)).toEqual([
        ...[...ids].reverse(),
        last,
      ]);
    });

    it('are not put in an order by who does not know them all', async () => {
      const [a, b] = [
        (await addRule(ledger, is('a', '1'))).body.id,
        (await addRule(ledger, is('b', '1'))).body.id,
      ];
      for (const ids of [[a], [a, a], [a, b, 'c'], [a, 'c'], []]) {
        const { status, body } = await h.post('/routing-rules/order', { ids });
        expect([ids, status, body.error?.message]).toEqual([
          ids,
          409,
          'Rules have come or gone since you looked; look again and order those that there are',
        ]);
      }
      expect((await rules()).map(rule => rule.id)).toEqual([a, b]);
    });

    it('that are removed route nothing any more', async () => {
      const { body } = await addRule(checkout, is('app', 'x'));
      const removed = await h.post(`/routing-rules/${body.id}/remove`, {});
      expect([removed.status, removed.body]).toEqual([200, { items: [] }]);
      expect(
        (await alert(await strays('Slow', { app: 'x' }))).entityRef,
      ).toBeUndefined();
      const again = await h.post(`/routing-rules/${body.id}/remove`, {});
      expect([again.status, again.body.error.message]).toEqual([
        404,
        `There is no routing rule ${body.id}`,
      ]);
    });

    it('are about entities that there are', async () => {
      const { status, body } = await addRule(
        'component:default/gone',
        is('app', 'x'),
      );
      expect([status, body.error.message]).toEqual([
        400,
        'component:default/gone is not in the catalog',
      ]);
    });

    it('take characters that a database does not, and stop no alert', async () => {
      const odd = (value: string) => ({ label: 'app', op: 'not', value });
      const { status } = await addRule(
        checkout,
        ...['a\u0000b', '\ud83d'].map(odd),
      );
      expect(status).toBe(201);
      const stray = await strays('Slow', { app: 'x' });
      expect(await alert(stray)).toMatchObject({ routing: { by: 'rule' } });
    });

    it('know the word of the monitor, the title and the integration', async () => {
      await addRule(
        checkout,
        is('severity', 'catastrophe'),
        is('integration', 'generic'),
        { label: 'title', op: 'glob', value: 'slow*' },
      );
      const more = { severity: 'catastrophe' };
      const bad = await strays('Slow as ever', { a: 'b' }, more);
      const other = await strays('Fast as ever', { a: 'b' }, more);
      expect((await alert(bad)).entityRef).toBe(checkout);
      expect((await alert(other)).entityRef).toBeUndefined();
    });
  });
});

it('an alert that waited for the catalog is routed by the rules of then', async () => {
  let isAway = true;
  const real = performance.now.bind(performance);
  let skipped = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => real() + skipped);
  const h = await house({ catalogIsAway: () => isAway });
  try {
    const matchers = [
      { label: 'severity', op: 'equals', value: 'page' },
      { label: 'integration', op: 'equals', value: 'generic' },
    ];
    // While the catalog is away people are believed.
    const added = await h.post('/routing-rules', {
      ...{ entityRef: checkout, matchers },
    });
    expect(added.status).toBe(201);
    await h.deliver('generic', { title: 'Slow', severity: 'page' });
    expect((await h.alerts())[0].routing.pending).toBe(true);
    isAway = false;
    skipped += 60_000;
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0]).toMatchObject({
      ...{ entityRef: checkout, incidentKey: 'INC-1' },
      routing: { by: 'rule' },
    });
  } finally {
    jest.restoreAllMocks();
    await h.stop();
  }
});
