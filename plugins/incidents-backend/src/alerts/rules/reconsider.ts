import type { Alert, Silence } from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';
import { unsettled } from './openAlert';
import { silencedBy, silenceOf } from './silenceOf';

type Held = { alert: Alert; silenceId?: string };

type KnownSilence = Pick<
  Silence,
  'id' | 'matchers' | 'startsAt' | 'endsAt' | 'reason' | 'createdBy'
>;

/**
 * An open alert without an incident that fires again goes its way anew when it is another one by now: policy may want an incident
 * for its new severity, and the silence that held it may not match any more. Nothing when all is as it was.
 */
export function reconsider(
  { alert, silenceId }: Held,
  by: { silences: KnownSilence[]; now: Date; isJudgedAnew: boolean },
): Held | undefined {
  const { silences, now, isJudgedAnew } = by;
  if (alert.incidentKey) return undefined;
  if (alert.triage.outcome === 'silenced') {
    const holder = silences.find(({ id }) => id === silenceId);
    // One that is not known here has ended, or has just begun: whoever looks after its end decides.
    if (!holder || silenceOf([holder], alert, now)) return undefined;
  } else if (!isJudgedAnew) return undefined;
  const next = silenceOf(silences, alert, now);
  if (!next && alert.triage.outcome === 'unrouted') return undefined;
  return {
    silenceId: next?.id ?? silenceId,
    alert: { ...alert, triage: next ? silencedBy(next) : unsettled(alert) },
  };
}

/** Where it stands once triage has settled it. */
export function reconsideredEntry(alert: Alert): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  return {
    kind: triage.outcome === 'silenced' ? 'alert.silenced' : 'alert.routed',
    actor: { type: 'integration', ref: alert.integration },
    text: `${title} fires as ${severity} now: ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
