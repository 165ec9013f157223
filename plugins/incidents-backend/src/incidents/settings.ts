import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { readInhibition, type InhibitionSettings } from './inhibitionSettings';
import {
  readBounds,
  readPolicies,
  triagePolicies,
  type GroupBounds,
  type GroupingPolicy,
  type TriagePolicy,
} from './policySettings';

export type TriageSettings = GroupBounds & {
  default: TriagePolicy;
  bySeverity: Map<string, TriagePolicy>;
  /** Labels whose values part the incidents of one entity; usually none. */
  groupBy: string[];
  /** The first that matches an alert wins; what it leaves open, and all other alerts, go by the rest of these settings. */
  policies: GroupingPolicy[];
  inhibition: InhibitionSettings;
  /** Milliseconds of quiet after which a mitigated incident is resolved; never when absent. */
  autoResolveAfter?: number;
};

/**
 * @param levels - Ids of the levels of all severity schemes: a policy for another one would never match.
 * @throws InputError that names the line of config which is wrong.
 */
export function readTriageSettings(
  config: Config,
  levels: string[],
): TriageSettings {
  const triage = config.getOptionalConfig('incidents.triage');
  const bySeverity = triage?.getOptionalConfig('bySeverity');
  const autoResolve = triage?.getOptionalConfig('autoResolve');
  return {
    default: toPolicy(triage?.getOptionalString('default') ?? 'declare'),
    bySeverity: new Map(
      (bySeverity?.keys() ?? []).map(id => [
        id,
        toPolicy(bySeverity!.getString(id)),
      ]),
    ),
    groupBy: triage?.getOptionalStringArray('groupBy') ?? [],
    ...(triage && readBounds(triage, 'incidents.triage')),
    policies: triage ? readPolicies(triage, levels) : [],
    inhibition: readInhibition(triage, levels),
    autoResolveAfter: autoResolve?.has('afterMitigated')
      ? durationToMilliseconds(
          readDurationFromConfig(autoResolve, { key: 'afterMitigated' }),
        )
      : undefined,
  };
}

function toPolicy(text: string): TriagePolicy {
  const policy = triagePolicies.find(known => known === text);
  if (policy) return policy;
  throw new InputError(
    `incidents.triage says ${text}; it must be one of ${triagePolicies.join(
      ', ',
    )}`,
  );
}
