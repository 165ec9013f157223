import { ConflictError } from '@backstage/errors';
import {
  actionsFrom,
  incidentLifecycle,
  isOpenStatus,
  type Actor,
  type Incident,
  type IncidentAction,
} from 'backstage-plugin-incidents-common';
import type { Decision } from '../../timeline';

export type Move = {
  action: IncidentAction;
  actor: Actor;
  now: Date;
  /** Why, in the words of whoever does it. */
  reason?: string;
};

/** The time that each stage is remembered by, and which later ones are taken back when an incident falls back. */
const stamps = {
  identified: 'identifiedAt',
  mitigated: 'mitigatedAt',
  resolved: 'resolvedAt',
  closed: 'closedAt',
  dismissed: 'closedAt',
} as const;

const notMitigated = { mitigatedAt: undefined };
const notOver = {
  mitigatedAt: undefined,
  resolvedAt: undefined,
  closedAt: undefined,
};

/**
 * One step of the lifecycle.
 *
 * @throws ConflictError when the table does not know the step; it names those that it knows.
 */
export function moveIncident(
  incident: Incident,
  move: Move,
): Decision<Incident> {
  const { action, actor, now, reason } = move;
  const from = incident.status;
  const to = incidentLifecycle[from][action];
  if (!to) {
    throw new ConflictError(
      `${incident.key} is ${from}; it cannot ${action}, only ${actionsFrom(
        from,
      ).join(', ')}`,
    );
  }
  const at = now.toISOString();
  const stamp = to in stamps ? stamps[to as keyof typeof stamps] : undefined;
  return {
    after: {
      ...incident,
      ...(isOpenStatus(to) && !isOpenStatus(from) && notOver),
      ...(from === 'mitigated' && to === 'investigating' && notMitigated),
      ...(stamp && { [stamp]: at }),
      ...(actor.type === 'user' && {
        acknowledgedAt: incident.acknowledgedAt ?? at,
      }),
      status: to,
      updatedAt: at,
    },
    because: [
      {
        kind: 'incident.moved',
        actor,
        text: reason ?? `${from} → ${to}`,
        details: { action, from, to, ...(reason && { reason }) },
        incidentKey: incident.key,
      },
    ],
  };
}
