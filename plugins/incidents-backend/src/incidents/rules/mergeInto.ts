import { ConflictError } from '@backstage/errors';
import {
  isOpenStatus,
  type Alert,
  type Incident,
} from 'backstage-plugin-incidents-common';
import type { Decision, EntryDraft } from '../../timeline';
import type { KeptIncident } from '../keptIncident';
import type { Handed, Hands } from './handOver';
import { fires, takeAlerts, type Arrival } from './triage';

/**
 * All alerts of an incident go to another that is about the same, and the first one ends.
 *
 * @throws ConflictError when they are the same, or one of them is over.
 */
export function mergeInto(
  merged: KeptIncident,
  into: KeptIncident,
  arrivals: Arrival[],
  hands: Hands,
): Handed {
  checkMerge(merged.incident, into.incident);
  const [from, to] = [merged.incident.key, into.incident.key];
  const alerts = arrivals.map(({ alert }) => alert);
  const ended = endMerged(merged.incident, { ...hands, to });
  const taken = takeAlerts(into, arrivals, hands);
  const reason = `${hands.actor.ref} merged ${from} into ${to}`;
  return {
    alerts: alerts.map(alert => ({
      ...alert,
      incidentKey: to,
      triage: { outcome: 'attached', reason },
    })),
    incidents: [
      { ...merged, incident: ended.after },
      { ...into, incident: taken.after },
    ],
    because: [
      ...mergedEntries(alerts, { ...hands, from, to }),
      ...ended.because,
      ...taken.because,
    ],
  };
}

function checkMerge(merged: Incident, into: Incident): void {
  if (merged.key === into.key) {
    throw new ConflictError(`${into.key} cannot be merged into itself`);
  }
  for (const { key, status } of [merged, into]) {
    if (isOpenStatus(status)) continue;
    throw new ConflictError(
      `${key} is ${status}; only incidents that are open can be merged`,
    );
  }
}

/**
 * Not by the lifecycle: what is mitigated cannot be dismissed as a false alarm, but it can turn out to be a part of something else.
 */
function endMerged(
  incident: Incident,
  { to: into, actor, now }: Hands & { to: string },
): Decision<Incident> {
  const at = now.toISOString();
  const reason = `merged into ${into}`;
  const to = 'dismissed';
  return {
    after: {
      ...incident,
      ...{ status: to, closedAt: at, updatedAt: at },
      ...{ openAlerts: 0, alerts: 0 },
    },
    because: [
      {
        kind: 'incident.moved',
        actor,
        text: reason,
        details: { action: 'dismiss', from: incident.status, to, reason },
        incidentKey: incident.key,
      },
    ],
  };
}

/** What both timelines tell of it. */
function mergedEntries(
  alerts: Alert[],
  { from, to, actor, note }: Hands & { from: string; to: string },
): EntryDraft[] {
  const entry = (incidentKey: string, text: string): EntryDraft => ({
    kind: 'incident.merged',
    actor,
    text: note ? `${text}: ${note}` : text,
    details: {
      ...{ from, to, alerts: alerts.length },
      firing: alerts.filter(fires).map(({ id }) => id),
      ...(note && { note }),
    },
    incidentKey,
  });
  const some = alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`;
  return [
    entry(from, `Merged into ${to}, with ${some}`),
    entry(to, `${from} was merged into this, with ${some}`),
  ];
}
