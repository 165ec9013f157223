import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { explainTriage } from './explainTriage';
import type { PlanSettings } from './planFor';

const entityRef = 'component:default/checkout';
const alert = anAlert({ entityRef, severity: 'SEV4', labels: { zone: 'eu' } });
const settings: PlanSettings = {
  default: 'declare',
  bySeverity: new Map([['SEV4', 'record' as const]]),
  groupBy: [],
  policies: [],
};
const explain = (about: Partial<PlanSettings>, one = alert) =>
  explainTriage({ ...settings, ...about })(one, undefined);

describe('what triage goes by, in words', () => {
  it.each([
    [
      'an entity',
      {},
      alert,
      {
        result: entityRef,
        reason: 'incidents.triage.groupBy is empty: one incident per entity',
      },
    ],
    [
      'an entity and labels, for a time and up to a number',
      { groupBy: ['zone', 'rack'], window: 5_400_000, cap: 50 },
      alert,
      {
        result: `${entityRef}|zone=eu`,
        reason:
          'incidents.triage.groupBy is zone, rack; incidents.triage.window is 1 hour 30 minutes; incidents.triage.cap is 50',
      },
    ],
    [
      'nothing, without an entity',
      {},
      { ...alert, entityRef: undefined },
      { result: 'none', reason: 'without an entity it has no group' },
    ],
  ])('groups by %s', (_, about, one, group) => {
    expect(explain(about, one).group).toEqual(group);
  });

  it('names the line of config that decides', () => {
    expect(explain({}).policy).toBe(
      'incidents.triage.bySeverity.SEV4 is record',
    );
    expect(explain({}, { ...alert, severity: 'SEV1' }).policy).toBe(
      'incidents.triage.default is declare',
    );
  });

  it('names the policy that decides', () => {
    const policies = [
      {
        ...{ line: 'incidents.triage.policies[0]', name: 'Europe' },
        match: { labels: { zone: 'eu*' } },
        then: { outcome: 'suggest' as const, groupBy: ['alert'] },
      },
    ];
    expect(explain({ policies })).toMatchObject({
      policy: 'incidents.triage.policies[0].then.outcome (Europe) is suggest',
      group: {
        reason: 'incidents.triage.policies[0].then.groupBy (Europe) is alert',
      },
    });
  });
});
