import type {
  Incident,
  IncidentStatus,
  TimelineEntry,
} from 'backstage-plugin-incidents-common';

/** What the timeline of an incident alone says about it. */
export type Replayed = Pick<Incident, 'status' | 'severity'> & {
  /** Ids of the alerts that fire. */
  firing: string[];
};

/**
 * Plays the entries of an incident, oldest first.
 *
 * @throws Error when an entry does not fit to those before it: then something happened that was not told.
 */
export function replay(entries: TimelineEntry[]): Replayed {
  let status: string | undefined;
  let severity: unknown;
  const firing = new Set<string>();
  const over = new Set<string>();
  for (const { kind, actor, text, details, ...about } of entries) {
    const { alertId, incidentKey } = about;
    const fits = (known: unknown) => {
      if (known !== details.from) {
        throw new Error(`“${text}” begins at ${details.from}, not ${known}`);
      }
    };
    if (kind === 'incident.declared') {
      status = 'declared';
      severity = details.severity;
    } else if (kind === 'incident.moved') {
      fits(status);
      status = String(details.to);
      const mayFire = status !== 'mitigated' || actor.type !== 'integration';
      if (firing.size > 0 && !mayFire) {
        throw new Error(`“${text}” although some fire`);
      }
    } else if (kind === 'incident.severity') {
      fits(severity);
      severity = details.to;
    } else if (kind === 'alert.opened' || kind === 'alert.routed') {
      if (!over.has(alertId!)) firing.add(alertId!);
    } else if (kind === 'alert.resolved') {
      firing.delete(alertId!);
      over.add(alertId!);
    } else if (kind === 'alert.held') {
      throw new Error(`“${text}” was to be held back from incidents`);
    } else if (kind === 'alert.calm' && details.status === 'resolved') {
      firing.delete(alertId!);
      over.add(alertId!);
    } else if (kind === 'alert.moved') {
      if (details.to !== incidentKey) firing.delete(alertId!);
      else (details.fires ? firing : over).add(alertId!);
    } else if (kind === 'incident.merged') {
      if (details.to !== incidentKey) firing.clear();
      else (details.firing as string[]).forEach(id => firing.add(id));
    }
  }
  return {
    status: status as IncidentStatus,
    severity: String(severity),
    firing: [...firing].sort(),
  };
}
