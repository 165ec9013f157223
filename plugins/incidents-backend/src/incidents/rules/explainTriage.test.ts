import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { explainTriage } from './explainTriage';

const entityRef = 'component:default/checkout';
const alert = anAlert({ entityRef, severity: 'SEV4', labels: { zone: 'eu' } });
const settings = {
  default: 'declare' as const,
  bySeverity: new Map([['SEV4', 'record' as const]]),
  groupBy: [],
};

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
      'an entity and labels',
      { groupBy: ['zone', 'rack'] },
      alert,
      {
        result: `${entityRef}|eu|`,
        reason: 'incidents.triage.groupBy is zone, rack',
      },
    ],
    [
      'nothing, without an entity',
      {},
      { ...alert, entityRef: undefined },
      { result: 'none', reason: 'without an entity it has no group' },
    ],
  ])('groups by %s', (_, about, one, group) => {
    expect(explainTriage({ ...settings, ...about })(one).group).toEqual(group);
  });

  it('names the line of config that decides', () => {
    const explain = explainTriage(settings);
    expect(explain(alert).policy).toBe(
      'incidents.triage.bySeverity.SEV4 is record',
    );
    expect(explain({ ...alert, severity: 'SEV1' }).policy).toBe(
      'incidents.triage.default is declare',
    );
  });
});
