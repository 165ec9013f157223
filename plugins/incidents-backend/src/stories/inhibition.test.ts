import { isPermission } from '@backstage/plugin-permission-common';
import {
  incidentReadPermission,
  type EntitySummary,
} from 'backstage-plugin-incidents-common';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from 'backstage-plugin-incidents-node';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { allow, permissionsBy } from '../testing/policy';

const engines = openEngines();
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** In the company, checkout depends on ledger. */
describe.each(engines.ids)('an incident because of another, on %s', id => {
  let h: House;
  const open = async (inhibition: object, more: object = {}) => {
    const triage = { inhibition, ...more };
    h = await house({ knex: await engines.migrated(id), config: { triage } });
  };
  afterEach(() => h.stop());

  const act = (key: string, action: string) =>
    h.post(`/incidents/${key}/actions`, { action });
  const lines = async (key: string) => (await h.story(key)).split('\n');

  it('says so, and both show each other', async () => {
    await open({});
    await h.fires('Ledger 5xx', 'ledger');
    await h.waits({ minutes: 2 });
    const { body } = await h.fires('Checkout 5xx');
    expect(body.alerts[0].triage.reason).toBe(
      'no incident was open for component:default/checkout; it is probably because of INC-1 on component:default/ledger',
    );
    expect(await h.incident('INC-2')).toMatchObject({
      likelyBecauseOf: ['INC-1'],
      likelyCauses: [
        {
          ...{ key: 'INC-1', title: 'Ledger 5xx', severity: 'SEV2' },
          entityRefs: ['component:default/ledger'],
        },
      ],
      likelyEffects: [],
    });
    expect(await h.incident('INC-2')).not.toHaveProperty('pagesHeld');
    expect(await h.incident('INC-1')).toMatchObject({
      likelyCauses: [],
      likelyEffects: [{ key: 'INC-2', title: 'Checkout 5xx' }],
    });
    const summary: EntitySummary = (
      await h.get('/entities/component/default/checkout/summary')
    ).body;
    expect(summary.open[0].likelyBecauseOf).toEqual(['INC-1']);
    expect(summary.likelyCauses).toMatchObject([{ key: 'INC-1' }]);
    expect((await lines('INC-2')).slice(0, 3)).toEqual([
      expect.stringContaining('| alert.opened |'),
      '03:02:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx',
      '03:02:00 | incident.cause | generic | It is probably because of INC-1 on component:default/ledger',
    ]);
  });

  it.each([
    ['is not that bad', { severity: 'warning' }],
    ['is over', { then: 'resolve' }],
  ])('is not because of one that %s', async (_, { then, ...more }: any) => {
    await open({});
    await h.fires('Ledger 5xx', 'ledger', more);
    if (then) await act('INC-1', then);
    await h.fires('Checkout 5xx');
    expect(await h.incident('INC-2')).not.toHaveProperty('likelyBecauseOf');
  });

  it('is not because of one that began later, nor of one on what depends on it', async () => {
    await open({ holdPages: true });
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    for (const key of ['INC-1', 'INC-2']) {
      expect(await h.incident(key)).not.toHaveProperty('likelyBecauseOf');
    }
  });

  it('counts what the same delivery declared before', async () => {
    await open({ holdPages: true });
    const alerts = ['ledger', 'checkout'].map(service => ({
      ...{ title: service, severity: 'error', labels: { service } },
    }));
    await h.deliver('generic', { alerts });
    expect(await h.incident('INC-2')).toMatchObject({
      likelyBecauseOf: ['INC-1'],
      pagesHeld: { because: ['INC-1'] },
    });
  });

  it('an alert that joins changes nothing of it', async () => {
    await open({ holdPages: true });
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await h.fires('Checkout slow');
    expect(await h.incident('INC-1')).not.toHaveProperty('likelyBecauseOf');
  });

  describe('whose pages are held back', () => {
    beforeEach(async () => {
      await open({ holdPages: true });
      await h.fires('Ledger 5xx', 'ledger');
      await h.fires('Checkout 5xx');
    });

    it('shows it, and is paged for again once its cause is resolved', async () => {
      expect(await h.incident('INC-2')).toMatchObject({
        pagesHeld: { because: ['INC-1'] },
      });
      expect(await h.story('INC-2')).toContain(
        'pages.held | generic | Its pages are held back: INC-1 is in effect, and incidents.triage.inhibition.holdPages is on',
      );
      await h.waits({ minutes: 5 });
      expect(await h.incident('INC-2')).toHaveProperty('pagesHeld');
      await act('INC-1', 'resolve');
      await h.waits({ seconds: 15 });
      expect(await h.incident('INC-2')).not.toHaveProperty('pagesHeld');
      expect(await h.incident('INC-2')).toMatchObject({
        ...{ status: 'declared', likelyBecauseOf: ['INC-1'] },
      });
      expect((await lines('INC-2')).at(-1)).toBe(
        '03:05:15 | pages.released | inhibition | Its pages are no longer held back: INC-1 is resolved',
      );
    });

    it('is paged for again once the effect of its cause has ended, though nobody resolved that', async () => {
      await h.resolves('Ledger 5xx', 'ledger');
      await h.waits({ seconds: 15 });
      expect(await h.story('INC-2')).toContain('INC-1 is mitigated');
      expect(await h.incident('INC-2')).not.toHaveProperty('pagesHeld');
    });

    it('is paged for again once a person has found its cause to be mild', async () => {
      await h.post('/incidents/INC-1/severity', { severity: 'SEV4' });
      await h.waits({ seconds: 15 });
      expect(await h.story('INC-2')).toContain('INC-1 is only SEV4');
    });

    it('is released once, however many replicas look', async () => {
      await act('INC-1', 'resolve');
      await Promise.all(numbers(5).map(() => h.waits({ seconds: 15 })));
      const released = (await lines('INC-2')).filter(line =>
        line.includes('pages.released'),
      );
      expect(released).toHaveLength(1);
    });

    it('is not released when it is over itself, but when it is reopened', async () => {
      await act('INC-2', 'resolve');
      await act('INC-1', 'resolve');
      await h.waits({ seconds: 15 });
      expect(await h.story('INC-2')).not.toContain('pages.released');
      await act('INC-2', 'reopen');
      await h.waits({ seconds: 15 });
      expect(await h.story('INC-2')).toContain('pages.released');
    });
  });

  it('a cause that is mitigated is named, but holds no page', async () => {
    await open({ holdPages: true });
    await h.fires('Ledger 5xx', 'ledger');
    await h.resolves('Ledger 5xx', 'ledger');
    await h.fires('Checkout 5xx');
    expect(await h.incident('INC-2')).toMatchObject({
      likelyBecauseOf: ['INC-1'],
    });
    expect(await h.incident('INC-2')).not.toHaveProperty('pagesHeld');
  });

  it('what a person declares from an alert is paged for, whatever its cause', async () => {
    await open({ holdPages: true }, { bySeverity: { SEV3: 'suggest' } });
    await h.fires('Ledger 5xx', 'ledger');
    await h.fires('Checkout slow', 'checkout', { severity: 'warning' });
    const [{ id: alert }] = await h.alerts('?outcome=suggested');
    await h.post(`/alerts/${alert}/actions`, { action: 'declare' });
    expect(await h.incident('INC-2')).toMatchObject({
      likelyBecauseOf: ['INC-1'],
    });
    expect(await h.incident('INC-2')).not.toHaveProperty('pagesHeld');
  });

  it('nothing is looked at, when config says so', async () => {
    await open({ depth: 0 });
    await h.fires('Ledger 5xx', 'ledger');
    await h.fires('Checkout 5xx');
    expect(await h.incident('INC-2')).not.toHaveProperty('likelyBecauseOf');
  });
});

describe('the cause of an incident under a policy', () => {
  it('is named, and shown only to who may see it', async () => {
    const entities = company().map(entity =>
      entity.metadata.name === 'ledger'
        ? {
            ...entity,
            relations: [{ type: 'ownedBy', targetRef: 'group:default/post' }],
          }
        : entity,
    );
    const h = await house({
      entities,
      permissions: permissionsBy((permission, user) =>
        isPermission(permission, incidentReadPermission) &&
        user === 'user:default/bo'
          ? createIncidentConditionalDecision(
              permission,
              incidentConditions.affectsOwnedEntity({
                claims: ['group:default/shop-team'],
              }),
            )
          : allow,
      ),
    });
    try {
      await h.fires('Ledger 5xx', 'ledger');
      await h.fires('Checkout 5xx');
      const seen = async (user: string) =>
        (await h.get('/incidents/INC-2', user)).body;
      expect(await seen('user:default/ada')).toMatchObject({
        likelyCauses: [{ key: 'INC-1' }],
      });
      expect(await seen('user:default/bo')).toMatchObject({
        likelyBecauseOf: ['INC-1'],
        likelyCauses: [],
      });
      const summary = await h.get(
        '/entities/component/default/checkout/summary',
        'user:default/bo',
      );
      expect(summary.body.likelyCauses).toEqual([]);
    } finally {
      await h.stop();
    }
  });
});
