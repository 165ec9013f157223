import type { Alert, Incident } from 'backstage-plugin-incidents-common';
import { anAlert, anIncident } from 'backstage-plugin-incidents-common/testing';
import type { KeptAlert } from '../alerts/store';
import type { KeptIncident } from '../incidents/keptIncident';

/** A new episode, not written yet. */
export function aKeptAlert(
  about: Partial<Alert> = {},
  rest: Partial<KeptAlert> = {},
): KeptAlert {
  return {
    ...{ alert: anAlert(about), version: 0, isCurrent: true, said: {} },
    ...rest,
  };
}

/** A new incident, not written yet; it stands at its first entity. */
export function aKeptIncident(
  about: Partial<Incident> = {},
  rest: Partial<KeptIncident> = {},
): KeptIncident {
  const incident = anIncident({ version: 0, ...about });
  return {
    incident,
    place: incident.entityRefs[0],
    stands: true,
    severityBy: 'system',
    integration: 'prometheus',
    runbookState: 'unchecked',
    ...rest,
  };
}
