import { ConflictError } from '@backstage/errors';
import {
  isOpenStatus,
  type Actor,
  type Alert,
  type Incident,
} from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';
import type { KeptIncident } from '../keptIncident';
import {
  calmIncident,
  fires,
  takeAlerts,
  type Arrival,
  type Outcome,
} from './triage';

/** What is left behind when alerts change hands. */
export type Handed = {
  alerts: Alert[];
  incidents: KeptIncident[];
  because: EntryDraft[];
};

export type Hands = { actor: Actor; note?: string; now: Date };

/**
 * An alert goes from its incident, if it has one, to another.
 *
 * @throws ConflictError when that one is over.
 */
export function handOver(
  arrival: Arrival,
  between: { source: KeptIncident | undefined; target: KeptIncident },
  hands: Hands,
): Handed {
  const { alert } = arrival;
  const { source, target } = between;
  const { key: to, status } = target.incident;
  if (!isOpenStatus(status)) {
    throw new ConflictError(`${to} is ${status}; reopen it first`);
  }
  const from = source?.incident.key;
  const given = source && giveAlerts(source, [alert], { ...hands, to });
  const taken = takeAlerts(target, [arrival], hands);
  const origin = from ? ` from ${from}` : '';
  const reason = `${hands.actor.ref} moved it${origin} to ${to}`;
  return {
    alerts: [
      { ...alert, incidentKey: to, triage: { outcome: 'attached', reason } },
    ],
    incidents: [
      ...(given ? given.incidents : []),
      { ...target, incident: taken.after },
    ],
    because: [
      ...movedEntries(alert, { ...hands, from, to }),
      ...(given ? given.because : []),
      ...taken.because,
    ],
  };
}

/** Alerts leave an incident. When none is left that fires, it calms down as if they were resolved. */
export function giveAlerts(
  source: KeptIncident,
  given: Alert[],
  { to, actor, now }: Hands & { to: string },
): Omit<Handed, 'alerts'> {
  const { incident } = source;
  const after: Incident = {
    ...incident,
    alerts: Math.max(0, incident.alerts - given.length),
    updatedAt: now.toISOString(),
  };
  const firing = given.filter(fires).length;
  const reason = `What fired belongs to ${to} now; a person should look and resolve this`;
  const calmed: Outcome =
    firing === 0
      ? { after, because: [] }
      : calmIncident(after, firing, { actor, now, reason });
  return {
    incidents: [{ ...source, incident: calmed.after }],
    because: calmed.because,
  };
}

/** What both timelines tell of an alert that changes hands. */
export function movedEntries(
  alert: Alert,
  { from, to, actor, note }: Hands & { from?: string; to: string },
): EntryDraft[] {
  const entry = (incidentKey: string, text: string): EntryDraft => ({
    kind: 'alert.moved',
    actor,
    text: note ? `${text}: ${note}` : text,
    details: {
      ...{ title: alert.title, from, to, fires: fires(alert) },
      ...(note && { note }),
    },
    alertId: alert.id,
    incidentKey,
  });
  const arrived = from
    ? `${alert.title} was moved here from ${from}`
    : `${alert.title} was moved here`;
  return [
    ...(from ? [entry(from, `${alert.title} was moved to ${to}`)] : []),
    entry(to, arrived),
  ];
}
