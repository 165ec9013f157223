import { ConflictError } from '@backstage/errors';
import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { SeverityReading } from '../../severity';
import type { Decision } from '../../timeline';
import { isHeld } from './holdOf';

type By = { actor: Actor; note?: string };

/**
 * Somebody takes an alert up. Nothing when somebody did already.
 *
 * @throws ConflictError when it is over.
 */
export function acknowledgeByPerson(
  alert: Alert,
  { actor, note }: By,
): Decision<Alert> | undefined {
  const { id, title, status, incidentKey } = alert;
  if (status === 'acknowledged') return undefined;
  if (status === 'resolved') {
    throw new ConflictError(
      `${title} is resolved; there is nothing left to acknowledge`,
    );
  }
  return {
    after: { ...alert, status: 'acknowledged' },
    because: [
      {
        kind: 'alert.acknowledged',
        actor,
        text: withNote(`${title} was acknowledged`, note),
        details: { title, ...(note && { note }) },
        alertId: id,
        incidentKey,
      },
    ],
  };
}

/**
 * Somebody says whose alert it is. What becomes of it then is for triage to say, and {@link routedEntry} tells both.
 *
 * @throws ConflictError when it belongs to an incident.
 */
export function bindByPerson(
  alert: Alert,
  bound: By & { entityRef: string; reading: SeverityReading },
): Alert {
  const { actor, note, entityRef, reading } = bound;
  if (alert.incidentKey) {
    throw new ConflictError(
      `${alert.title} belongs to ${alert.incidentKey} already; move it to another incident instead`,
    );
  }
  const reason = withNote(`${actor.ref} bound it to ${entityRef}`, note);
  return {
    ...alert,
    entityRef,
    routing: { by: 'person', reason },
    severity: reading.level.id,
    severityRemark: reading.remark,
    triage: triageBefore(alert),
  };
}

/** What holds unless triage says something else. */
function triageBefore(alert: Alert): Alert['triage'] {
  const isOver = alert.status === 'resolved';
  // Maintenance held it for what it was about until now.
  const staysHeld = isOver ? isHeld(alert) : isSilenced(alert);
  if (staysHeld) return alert.triage;
  const reason = isOver
    ? 'it was over before it was bound'
    : 'no policy asked for an incident';
  return { outcome: 'recorded', reason };
}

function isSilenced({ triage }: Alert): boolean {
  return triage.outcome === 'silenced';
}

/** A person's own words after the sentence; without the character that PostgreSQL cannot keep. */
export function withNote(sentence: string, note: string | undefined): string {
  return note ? `${sentence}: ${note.replaceAll('\u0000', '')}` : sentence;
}
