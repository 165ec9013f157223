import type { Need, Overview } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { guardedHouse } from '../testing/guardedHouse';
import { allow, deny } from '../testing/policy';

const engines = openEngines();
const triage = {
  default: 'suggest',
  bySeverity: { SEV1: 'declare', SEV4: 'record' },
};

describe.each(engines.ids)('an incident that is suggested, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id), config: { triage } });
  });
  afterEach(() => h.stop());

  const idOf = async (title: string) =>
    (await h.alerts('?limit=100')).find(alert => alert.title === title)!.id;
  const declare = async (title: string, more = {}) =>
    h.post(`/alerts/${await idOf(title)}/actions`, {
      ...{ action: 'declare', ...more },
    });
  const suggested = async (): Promise<Need | undefined> => {
    const { needs }: Overview = (await h.get('/overview')).body;
    return needs.find(({ kind }) => kind === 'suggested-incidents');
  };

  it('waits for a person, where it is seen', async () => {
    const { body } = await h.fires('Checkout slow');
    expect(body.alerts[0].triage).toEqual({
      outcome: 'suggested',
      reason:
        'incidents.triage.default is suggest and no incident is open: a person decides whether it is one',
    });
    expect(body.alerts[0]).not.toHaveProperty('incidentKey');
    expect(await h.incidents()).toEqual([]);
    await h.waits({ minutes: 3 });
    await h.fires('Ledger slow', 'ledger');
    expect(await suggested()).toEqual({
      ...{ kind: 'suggested-incidents', count: 2, incidentKeys: [] },
      since: '2026-11-20T03:00:00.000Z',
    });
    expect(await h.alerts('?outcome=suggested')).toHaveLength(2);
  });

  it('waits no more once its alert is over', async () => {
    await h.fires('Checkout slow');
    await h.resolves('Checkout slow');
    expect(await suggested()).toBeUndefined();
    expect((await declare('Checkout slow')).status).toBe(409);
  });

  it('waits no more once somebody has acknowledged its alert: then it is none', async () => {
    await h.fires('Checkout slow');
    await h.post(`/alerts/${await idOf('Checkout slow')}/actions`, {
      action: 'acknowledge',
    });
    expect(await suggested()).toBeUndefined();
    expect(await h.alerts('?outcome=suggested')).toHaveLength(1);
  });

  it('is declared in one press, with what else was suggested for its place', async () => {
    await h.fires('Checkout slow');
    await h.fires('Checkout queue');
    await h.fires('Checkout over');
    await h.resolves('Checkout over');
    await h.fires('Ledger slow', 'ledger');
    await h.waits({ minutes: 2 });
    const { status, body } = await declare('Checkout slow', { note: 'it is' });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        incidentKey: 'INC-1',
        triage: {
          outcome: 'declared',
          reason:
            'user:default/ada declared it; no incident was open for component:default/checkout',
        },
      }),
    ]);
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ title: 'Checkout slow', status: 'declared', severity: 'SEV2' },
      ...{ alerts: 2, openAlerts: 2 },
      declaredBy: { type: 'user', ref: 'user:default/ada' },
    });
    expect((await suggested())?.count).toBe(1);
    expect(await h.story('INC-1')).toMatchInlineSnapshot(`
      "03:02:00 | incident.declared | user:default/ada | SEV2 declared for Checkout slow
      03:02:00 | alert.moved | user:default/ada | Checkout slow was moved here: it is
      03:02:00 | alert.moved | user:default/ada | Checkout queue was moved here"
    `);
  });

  it('is the one of its place: later alerts join it', async () => {
    await h.fires('Checkout slow');
    await declare('Checkout slow');
    const { body } = await h.fires('Checkout 5xx');
    expect(body.alerts[0]).toMatchObject({
      incidentKey: 'INC-1',
      triage: { outcome: 'attached' },
    });
  });

  it('joins the incident that was opened in its place meanwhile', async () => {
    await h.fires('Checkout slow');
    await h.fires('Checkout down', 'checkout', { severity: 'critical' });
    expect((await suggested())?.count).toBe(1);
    const { body } = await declare('Checkout slow');
    expect(body).toMatchObject({
      incidentKey: 'INC-1',
      triage: {
        outcome: 'attached',
        reason: 'INC-1 is open for component:default/checkout',
      },
    });
    expect((await h.incident('INC-1')).alerts).toBe(2);
    expect(await suggested()).toBeUndefined();
  });

  it('is taken up at once, when somebody had acknowledged its alert', async () => {
    await h.fires('Checkout slow');
    await h.post(`/alerts/${await idOf('Checkout slow')}/actions`, {
      action: 'acknowledge',
    });
    await declare('Checkout slow');
    expect((await h.incident('INC-1')).status).toBe('investigating');
  });

  it('is made of any alert that has no incident yet, and of no other', async () => {
    await h.fires('Info', 'checkout', { severity: 'info' });
    expect((await declare('Info')).body.incidentKey).toBe('INC-1');
    const again = await declare('Info');
    expect([again.status, again.body.error.message]).toEqual([
      409,
      'Info belongs to INC-1 already',
    ]);
    await h.fires('Stray', 'unheard-of');
    const stray = await declare('Stray');
    expect([stray.status, stray.body.error.message]).toEqual([
      409,
      'Stray belongs to no entity yet; bind it to one first',
    ]);
    const gone = await h.post('/alerts/none/actions', { action: 'declare' });
    expect(gone.status).toBe(404);
  });

  it('of two who press at once, both get the same incident', async () => {
    await h.fires('Checkout slow');
    await h.fires('Checkout queue');
    const replies = await Promise.all([
      declare('Checkout slow'),
      declare('Checkout queue'),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await h.incidents()).toMatchObject([{ key: 'INC-1', alerts: 2 }]);
  });
});

describe('suggested incidents under a policy', () => {
  it('are counted for who may see them, and declared by who may declare', async () => {
    const h = await guardedHouse(
      ({ name }, user) => {
        if (user !== 'user:default/bo') return allow;
        if (name === 'incidents.incident.declare') return deny;
        return name === 'incidents.alert.read' ? deny : allow;
      },
      { config: { triage } },
    );
    try {
      const needs = async (user: string) =>
        (await h.get('/overview', user)).body.needs.map(
          ({ kind }: Need) => kind,
        );
      expect(await needs('user:default/ada')).toContain('suggested-incidents');
      expect(await needs('user:default/bo')).not.toContain(
        'suggested-incidents',
      );
      const [{ id }] = await h.alerts('?outcome=suggested');
      const press = (user: string) =>
        h.post(`/alerts/${id}/actions`, { action: 'declare' }, user);
      expect((await press('user:default/bo')).status).toBe(403);
      expect((await press('user:default/ada')).status).toBe(200);
    } finally {
      await h.stop();
    }
  });
});
