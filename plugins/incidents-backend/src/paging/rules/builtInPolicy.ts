import type { PolicyMatch } from './choosePolicy';
import type { EscalationPolicy } from './page';

const minute = 60_000;

/** Milliseconds from the last step of a round to its end, when config does not say how long a round lasts. */
export const lastAnswer = 5 * minute;

/** What config leaves open. */
export const defaults = {
  repeats: 2,
  acknowledgedFor: 30 * minute,
  fallback: [{ lead: true as const }],
  finalAlarm: [{ lead: true as const }],
};

/** Holds where config says nothing about escalation: for incidents of the ranks 1 and 2. */
export const builtInPolicy: EscalationPolicy & { match: PolicyMatch } = {
  id: 'standard',
  match: { ranks: 2 },
  steps: [
    { after: 0, targets: [{ level: 1 }] },
    { after: 5 * minute, targets: [{ level: 2 }] },
    { after: 10 * minute, targets: [{ level: 3 }] },
  ],
  rounds: defaults.repeats + 1,
  roundLasts: 10 * minute + lastAnswer,
  ...{ acknowledgedFor: defaults.acknowledgedFor },
  ...{ fallback: defaults.fallback, finalAlarm: defaults.finalAlarm },
};

/** How a person is called whom somebody pages by hand while no page is open. */
export function policyByHand(target: {
  user?: string;
  group?: string;
  level?: number;
  entityRef?: string;
}): EscalationPolicy {
  return {
    id: 'by-hand',
    steps: [{ after: 0, targets: [target] }],
    rounds: builtInPolicy.rounds,
    roundLasts: lastAnswer,
    acknowledgedFor: defaults.acknowledgedFor,
    fallback: defaults.fallback,
    finalAlarm: defaults.finalAlarm,
  };
}
