import type {
  Alert,
  AlertReceipt,
  DryRunReply,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import type { ExplainTriage } from '../triagePort';
import type { FlappingSettings } from './flapping';

type Shown = DryRunReply['alerts'][number];
type Step = Shown['steps'][number];

/** What came of one signal of a rehearsed delivery. */
export type Rehearsed = {
  integration: {
    id: string;
    source: Pick<AlertSource, 'title'>;
    flapping?: FlappingSettings;
  };
  signal: AlertSignal;
  receipt: AlertReceipt;
  /** As it would be afterwards; absent when no alert is open under its fingerprint. */
  alert?: Alert;
  /** How many changes count towards flapping then. */
  changes?: number;
  /** The monitor's word for how bad it is, and the scheme that reads it. */
  word?: string;
  scheme: Pick<SeverityScheme, 'name'>;
};

/** The way of a signal, step by step; an alert that was there before is not decided about again. */
export function stepsOf(
  rehearsed: Rehearsed,
  explain: ReturnType<ExplainTriage> | undefined,
): Shown {
  const { signal, receipt, alert } = rehearsed;
  const { fingerprint, became } = receipt;
  const known = alert
    ? [entityStep(alert), severityStep(rehearsed, alert)]
    : [];
  const isDecided = became === 'opened' || became === 'placed';
  const isNew = isDecided && alert && explain;
  return {
    ...{ fingerprint, became },
    title: signal.title,
    status: signal.status,
    steps: [
      sourceStep(rehearsed),
      { step: 'identity', result: fingerprint, reason: receipt.reason },
      ...(alert ? [flappingStep(rehearsed, alert)] : []),
      ...known,
      ...(isNew
        ? triageSteps(alert, explain)
        : [decisionStep(became, receipt.reason)]),
    ],
  };
}

function sourceStep({ integration, signal }: Rehearsed): Step {
  const { id, source } = integration;
  return {
    step: 'source',
    result: signal.status,
    reason: `integration ${id} reads it as ${source.title}`,
  };
}

function flappingStep(
  { integration, changes = 1 }: Rehearsed,
  { flapping }: Alert,
): Step {
  if (flapping) {
    const { changes: total, since, calmAt } = flapping;
    const reason = `${total} changes since ${since}; what it does is held back until it has been calm, at ${calmAt} at the earliest`;
    return { step: 'flapping', result: 'flapping', reason };
  }
  const settings = integration.flapping;
  if (!settings) {
    const reason = 'incidents.flapping is disabled for this integration';
    return { step: 'flapping', result: 'off', reason };
  }
  const minutes = Math.round(settings.within / 60_000);
  const reason = `${changes} of ${settings.changes} changes within ${minutes} minutes, as incidents.flapping says`;
  return { step: 'flapping', result: 'calm', reason };
}

function entityStep({ entityRef, routing }: Alert): Step {
  return {
    step: 'entity',
    result: entityRef ?? 'none',
    reason: routing.reason,
  };
}

function severityStep({ word, scheme }: Rehearsed, alert: Alert): Step {
  const reason = word
    ? `“${word.slice(0, 60)}” in the scheme ${scheme.name}`
    : `the monitor says nothing; it is the default of the scheme ${scheme.name}`;
  return {
    step: 'severity',
    result: alert.severity,
    reason: alert.severityRemark ?? reason,
  };
}

function triageSteps(
  alert: Alert,
  { group, policy }: ReturnType<ExplainTriage>,
): Step[] {
  const { outcome, reason } = alert.triage;
  if (outcome === 'silenced') {
    return [
      { step: 'silence', result: 'silenced', reason },
      { step: 'group', ...group },
      decisionStep(outcome, reason),
    ];
  }
  const silence: Step = {
    step: 'silence',
    result: 'none',
    reason: 'no active silence matches it',
  };
  if (outcome === 'maintenance') {
    return [
      silence,
      { step: 'maintenance', result: 'maintenance', reason },
      { step: 'group', ...group },
      decisionStep(outcome, reason),
    ];
  }
  const result = [outcome, alert.incidentKey].filter(Boolean).join(' ');
  return [
    silence,
    {
      step: 'maintenance',
      result: 'none',
      reason: 'no maintenance covers it now',
    },
    { step: 'group', ...group },
    decisionStep(
      result,
      // What was recorded by policy names the policy already.
      reason.includes(policy) || outcome === 'unrouted'
        ? reason
        : `${policy}; ${reason}`,
    ),
  ];
}

function decisionStep(result: string, reason: string): Step {
  return { step: 'decision', result, reason };
}
