import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';

export const triagePolicies = ['declare', 'attach', 'record'] as const;

/** `declare`: an incident if none is open; `attach`: only join one that is; `record`: keep the alert. */
export type TriagePolicy = (typeof triagePolicies)[number];

export type TriageSettings = {
  default: TriagePolicy;
  bySeverity: Map<string, TriagePolicy>;
  /** Labels whose values part the incidents of one entity; usually none. */
  groupBy: string[];
  /** Milliseconds of quiet after which a mitigated incident is resolved; never when absent. */
  autoResolveAfter?: number;
};

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readTriageSettings(config: Config): TriageSettings {
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
