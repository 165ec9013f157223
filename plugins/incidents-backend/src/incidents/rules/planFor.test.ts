import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import type { GroupingPolicy, TriagePolicy } from '../policySettings';
import { planFor, type PlanSettings } from './planFor';

const hour = 3_600_000;
const settings: PlanSettings = {
  default: 'attach',
  bySeverity: new Map<string, TriagePolicy>([['SEV1', 'declare']]),
  groupBy: ['env'],
  policies: [],
};
const policy: GroupingPolicy = {
  line: 'incidents.triage.policies[0]',
  match: { integrations: ['prometheus'] },
  then: { outcome: 'suggest', groupBy: ['alert'], window: hour, cap: 7 },
};
const plan = (about: Partial<PlanSettings>, alert: Partial<Alert> = {}) =>
  planFor(anAlert(alert), { ...settings, ...about }, undefined);

describe('what config wants for an alert', () => {
  it('is by default the same for all', () => {
    expect(plan({}, { labels: { env: 'prod' } })).toEqual({
      outcome: { value: 'attach', line: 'incidents.triage.default' },
      groupBy: { value: ['env'], line: 'incidents.triage.groupBy' },
      place: 'component:default/checkout|env=prod',
    });
  });

  it('may depend on its level', () => {
    expect(plan({}, { severity: 'SEV1' }).outcome).toEqual({
      value: 'declare',
      line: 'incidents.triage.bySeverity.SEV1',
    });
  });

  it('has a window and a cap where config has', () => {
    expect(plan({ window: hour, cap: 9 })).toMatchObject({
      window: { value: hour, line: 'incidents.triage.window' },
      cap: { value: 9, line: 'incidents.triage.cap' },
    });
  });

  it('is all that its policy says', () => {
    expect(plan({ policies: [policy] }, { severity: 'SEV1' })).toEqual({
      outcome: {
        value: 'suggest',
        line: 'incidents.triage.policies[0].then.outcome',
      },
      groupBy: {
        value: ['alert'],
        line: 'incidents.triage.policies[0].then.groupBy',
      },
      place: 'component:default/checkout|alert=HighErrorRate',
      window: {
        value: hour,
        line: 'incidents.triage.policies[0].then.window',
      },
      cap: { value: 7, line: 'incidents.triage.policies[0].then.cap' },
    });
  });

  it('is what holds for all where its policy leaves it open, and names the policy', () => {
    const then = { groupBy: [] };
    const named = { ...policy, name: 'Payments', then };
    expect(plan({ policies: [named], cap: 9 })).toEqual({
      outcome: { value: 'attach', line: 'incidents.triage.default' },
      groupBy: {
        value: [],
        line: 'incidents.triage.policies[0].then.groupBy (Payments)',
      },
      place: 'component:default/checkout',
      cap: { value: 9, line: 'incidents.triage.cap' },
    });
  });
});
