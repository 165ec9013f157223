import type { Alert } from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';
import { holdOf, isHeld, kindOf, type Hold, type Holds } from './holdOf';
import { unsettled } from './openAlert';
import { silenceOf } from './silenceOf';

type Waiting = Hold & { alert: Alert };

/**
 * An open alert without an incident that fires again goes its way anew when it is another one by now: policy may want an incident
 * for its new severity, and the silence that held it may not match any more. Nothing when all is as it was.
 */
export function reconsider(
  { alert, silenceId }: Waiting,
  by: { holds: Holds; now: Date; isJudgedAnew: boolean },
): Waiting | undefined {
  const { holds, now, isJudgedAnew } = by;
  if (alert.incidentKey) return undefined;
  if (alert.triage.outcome === 'silenced') {
    const holder = holds.silences.find(({ id }) => id === silenceId);
    // One that is not known here has ended, or has just begun: whoever looks after its end decides.
    if (!holder || silenceOf([holder], alert, now)) return undefined;
  } else if (!isJudgedAnew || isHeld(alert)) return undefined;
  const next = holdOf(holds, alert, now);
  if (!next && alert.triage.outcome === 'unrouted') return undefined;
  const triage = next?.triage ?? unsettled(alert);
  return { ...next?.hold, alert: { ...alert, triage } };
}

/** Where it stands once triage has settled it. */
export function reconsideredEntry(alert: Alert): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  return {
    kind: kindOf(alert),
    actor: { type: 'integration', ref: alert.integration },
    text: `${title} fires as ${severity} now: ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
