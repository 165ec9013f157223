import { ConflictError } from '@backstage/errors';
import type {
  Alert,
  Incident,
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { Decision } from '../../timeline';
import type { KeptIncident } from '../keptIncident';
import { giveAlerts, movedEntries, type Handed, type Hands } from './handOver';
import { declareForAlert } from './triage';

export type Split = Hands & {
  key: string;
  title?: string;
  scheme: SeverityScheme;
  level: SeverityLevel;
  /** Where alerts like it look for an incident; nowhere without an entity. */
  place: string | undefined;
  /** The incident that it belonged to. */
  source: KeptIncident | undefined;
};

/**
 * An alert gets an incident of its own, which stands in no place: later alerts go where they went before.
 *
 * @throws ConflictError when the alert is over, or has no entity.
 */
export function splitOff(alert: Alert, split: Split): Handed {
  const { source, place, key: to, actor } = split;
  if (alert.status === 'resolved') {
    throw new ConflictError(
      `${alert.title} is resolved; move it to another incident instead`,
    );
  }
  if (!place) {
    throw new ConflictError(
      `${alert.title} belongs to no entity yet; bind it to one first`,
    );
  }
  const from = source?.incident.key;
  const declared = declareByPerson(alert, split);
  const given = source && giveAlerts(source, [alert], { ...split, to });
  const own: KeptIncident = {
    ...{ incident: declared.after, place, stands: false },
    severityBy: 'system',
    integration: alert.integration,
    runbookState: 'unchecked',
  };
  const reason = `${actor.ref} split it off${from ? ` ${from}` : ''}`;
  return {
    alerts: [
      { ...alert, incidentKey: to, triage: { outcome: 'declared', reason } },
    ],
    incidents: [...(given ? given.incidents : []), own],
    because: [
      ...declared.because,
      ...movedEntries(alert, { ...split, from, to }),
      ...(given ? given.because : []),
    ],
  };
}

/** As its monitor would have, but for who did it. */
function declareByPerson(alert: Alert, split: Split): Decision<Incident> {
  const { actor, source } = split;
  const { after, because } = declareForAlert(alert, {
    ...split,
    person: actor,
  });
  const [declared] = because;
  const title = split.title?.replaceAll('\u0000', '') ?? after.title;
  const origin = source ? `, split off ${source.incident.key}` : '';
  return {
    after: { ...after, title },
    because: [
      {
        ...declared,
        text: `${declared.text}${origin}`,
        details: { ...declared.details, title },
      },
    ],
  };
}
