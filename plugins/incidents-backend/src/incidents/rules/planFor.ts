import type { Alert } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';
import type { GroupingPolicy, TriagePolicy } from '../policySettings';
import type { TriageSettings } from '../settings';
import { matchPolicy } from './matchPolicy';
import { placeOf } from './placeOf';

/** A value of config, and the line that says it. */
export type Said<T> = { value: T; line: string };

/** What config wants for one alert, before anybody has looked what is open. */
export type Plan = {
  outcome: Said<TriagePolicy>;
  groupBy: Said<string[]>;
  /** Where it looks for an incident; nowhere without an entity. */
  place: string | undefined;
  window?: Said<number>;
  cap?: Said<number>;
};

export type PlanSettings = Omit<
  TriageSettings,
  'autoResolveAfter' | 'inhibition'
>;

/** The first policy that matches wins; for what it leaves open, the settings of all alerts hold. */
export function planFor(
  alert: Alert,
  settings: PlanSettings,
  index: CatalogIndex | undefined,
): Plan {
  const policy = matchPolicy(settings.policies, alert, index);
  const groupBy = said('groupBy', policy, settings)!;
  const window = said('window', policy, settings);
  const cap = said('cap', policy, settings);
  return {
    outcome: outcomeFor(alert, policy, settings),
    groupBy,
    place: placeOf(alert, groupBy.value),
    ...(window && { window }),
    ...(cap && { cap }),
  };
}

function outcomeFor(
  { severity }: Alert,
  policy: GroupingPolicy | undefined,
  settings: PlanSettings,
): Said<TriagePolicy> {
  if (policy?.then.outcome) {
    return { value: policy.then.outcome, line: lineOf(policy, 'outcome') };
  }
  const own = settings.bySeverity.get(severity);
  return own
    ? { value: own, line: `incidents.triage.bySeverity.${severity}` }
    : { value: settings.default, line: 'incidents.triage.default' };
}

type Grouping = Pick<PlanSettings, 'groupBy' | 'window' | 'cap'>;

function said<K extends keyof Grouping>(
  key: K,
  policy: GroupingPolicy | undefined,
  settings: Grouping,
): Said<NonNullable<Grouping[K]>> | undefined {
  const own = policy?.then[key] as Grouping[K];
  if (own !== undefined) return { value: own, line: lineOf(policy!, key) };
  const value = settings[key];
  return value === undefined
    ? undefined
    : { value, line: `incidents.triage.${key}` };
}

function lineOf({ line, name }: GroupingPolicy, key: string): string {
  return `${line}.then.${key}${name ? ` (${name})` : ''}`;
}
