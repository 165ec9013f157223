import type { Alert, AlertReceipt } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';

/** What a signal became, and why. */
export type Outcome = Pick<AlertReceipt, 'became' | 'reason'>;

/** What its sender is told of a signal, with where its alert stands if there is one. */
export function receiptOf(
  signal: AlertSignal,
  outcome: Outcome,
  alert: Alert | undefined,
): AlertReceipt {
  const { fingerprint } = signal;
  const { became, reason } = outcome;
  if (!alert) return { fingerprint, became, reason };
  const { id, severity, triage, entityRef, incidentKey } = alert;
  return {
    ...{ fingerprint, became, reason, alertId: id, severity, triage },
    ...(entityRef && { entityRef }),
    ...(incidentKey && { incidentKey }),
  };
}
