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
import { declareForAlert, placeOf } from './triage';

export type Split = Hands & {
  key: string;
  title?: string;
  scheme: SeverityScheme;
  level: SeverityLevel;
  groupBy: string[];
  /** The incident that it belonged to. */
  source: KeptIncident | undefined;
};

/**
 * An alert gets an incident of its own, which stands in no place: later alerts go where they went before.
 *
 * @throws ConflictError when the alert is over, or has no entity.
 */
export function splitOff(alert: Alert, split: Split): Handed {
  const { source, key: to, actor } = split;
  const place = placeOf(alert, split.groupBy);
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
  const { actor, level, source } = split;
  const { after, because } = declareForAlert(alert, split);
  const [declared] = because;
  const title = split.title?.replaceAll('\u0000', '') ?? after.title;
  const origin = source ? `, split off ${source.incident.key}` : '';
  return {
    after: { ...after, title, declaredBy: actor },
    because: [
      {
        ...declared,
        actor,
        text: `${level.id} declared for ${alert.title}${origin}`,
        details: { ...declared.details, title },
      },
    ],
  };
}
