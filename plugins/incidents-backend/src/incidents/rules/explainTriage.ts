import type { Alert } from 'backstage-plugin-incidents-common';
import type { ExplainTriage } from '../../alerts';
import { durationInWords } from '../../platform/durationInWords';
import { planFor, type Plan, type PlanSettings } from './planFor';

/** Says for a dry run what triage goes by. */
export function explainTriage(settings: PlanSettings): ExplainTriage {
  return (alert: Alert, index) => {
    const plan = planFor(alert, settings, index);
    return { group: groupOf(plan), policy: policyOf(plan) };
  };
}

/** The line of config that says what becomes of it. */
export function policyOf({ outcome }: Plan): string {
  return `${outcome.line} is ${outcome.value}`;
}

function groupOf(plan: Plan): { result: string; reason: string } {
  const { place, groupBy, window, cap } = plan;
  if (!place) {
    return { result: 'none', reason: 'without an entity it has no group' };
  }
  const labels = groupBy.value.join(', ');
  const reasons = [
    labels
      ? `${groupBy.line} is ${labels}`
      : `${groupBy.line} is empty: one incident per entity`,
    window && `${window.line} is ${durationInWords(window.value)}`,
    cap && `${cap.line} is ${cap.value}`,
  ];
  return { result: place, reason: reasons.filter(Boolean).join('; ') };
}
