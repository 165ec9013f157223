import type {
  Actor,
  DeclareIncident,
  Incident,
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { Decision } from '../../timeline';

export function declareByPerson(
  declared: DeclareIncident & { actor: Actor },
  context: {
    key: string;
    scheme: SeverityScheme;
    level: SeverityLevel;
    now: Date;
  },
): Decision<Incident> {
  const { key, scheme, level, now } = context;
  const { actor, entityRefs, detectionSource } = declared;
  const title = declared.title.replaceAll('\u0000', '');
  const at = now.toISOString();
  return {
    after: {
      ...{ key, title, entityRefs, detectionSource },
      description: declared.description?.replaceAll('\u0000', ''),
      status: 'declared',
      severity: level.id,
      severityRank: level.rank,
      severityScheme: scheme.name,
      severityVersion: scheme.version,
      declaredBy: actor,
      declaredAt: at,
      updatedAt: at,
      openAlerts: 0,
      alerts: 0,
      drill: detectionSource === 'drill',
      version: 0,
    },
    because: [
      {
        kind: 'incident.declared',
        actor,
        text: `${level.id} declared: ${title}`,
        details: { title, severity: level.id, entityRefs, detectionSource },
        incidentKey: key,
      },
    ],
  };
}
