import { InputError } from '@backstage/errors';
import type {
  Actor,
  Incident,
  SetSeverity,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import { levelOf, type Severities } from '../severity';
import { changeIncident, type ChangeDeps } from './changeIncident';

/**
 * A person judges how bad it is; monitors do not overrule that later.
 *
 * @throws NotFoundError; InputError when the scheme of the incident has no such level.
 */
export async function setSeverity(
  deps: ChangeDeps & { severities: Severities; catalog: Catalog },
  key: string,
  judged: SetSeverity & { actor: Actor },
): Promise<Incident> {
  const index = await deps.catalog.index().catch(() => undefined);
  return changeIncident(deps, { key }, (kept, now) => {
    const { incident } = kept;
    const scheme = deps.severities.schemeFor(incident.entityRefs[0], index);
    const level = levelOf(scheme, judged.severity);
    if (!level) {
      throw new InputError(
        `The scheme ${scheme.name} has no level ${
          judged.severity
        }; it has ${scheme.levels.map(({ id }) => id).join(', ')}`,
      );
    }
    const after: Incident = {
      ...incident,
      severity: level.id,
      severityRank: level.rank,
      severityScheme: scheme.name,
      severityVersion: scheme.version,
      updatedAt: now.toISOString(),
    };
    return {
      after: { ...kept, severityBy: 'user', incident: after },
      because: [
        {
          kind: 'incident.severity',
          actor: judged.actor,
          text: judged.reason || `${incident.severity} → ${level.id}`,
          details: {
            from: incident.severity,
            to: level.id,
            ...(judged.reason && { reason: judged.reason }),
          },
          incidentKey: key,
        },
      ],
    };
  });
}
