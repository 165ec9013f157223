import type {
  EntitySummary,
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import { line, type Line } from './line';
import { byUrgency } from './describeSummary';

export type SeveritiesKey =
  | 'own'
  | 'fromSystem'
  | 'fromDomain'
  | 'fromOther'
  | 'portalDefault'
  | 'revised';

/** What happens at a level, in the order in which it happens. */
export const duties = [
  'response',
  'commander',
  'pages',
  'customerNotice',
  'internalUpdate',
  'review',
] as const satisfies readonly (keyof SeverityLevel)[];

export type Duty = (typeof duties)[number];

export type LevelView = {
  level: SeverityLevel;
  /** True for the level of the open incident. */
  inForce: boolean;
  duties: { duty: Duty; text: string }[];
};

export type SeveritiesView = {
  origin: Line<SeveritiesKey>;
  remarks: Line<SeveritiesKey>[];
  levels: LevelView[];
};

/** The definitions that hold for an entity, with the level of its open incident marked. */
export function describeSeverities(
  scheme: SeverityScheme,
  { entityRef, open }: Pick<EntitySummary, 'entityRef' | 'open'>,
): SeveritiesView {
  const [incident] = byUrgency(open);
  // A part of a system may follow another scheme, in which the same name means something else.
  const rated = incident?.severityScheme === scheme.name ? incident : undefined;
  return {
    origin: originOf(scheme, entityRef),
    remarks:
      rated && rated.severityVersion !== scheme.version
        ? [line('revised', { key: rated.key })]
        : [],
    levels: [...scheme.levels]
      .sort((a, b) => a.rank - b.rank)
      .map(level => ({
        level,
        inForce: rated?.severity === level.id,
        duties: dutiesOf(level),
      })),
  };
}

const originKeys: Record<string, SeveritiesKey> = {
  system: 'fromSystem',
  domain: 'fromDomain',
};

function originOf(
  { title, inheritedFrom }: SeverityScheme,
  entityRef: string,
): Line<SeveritiesKey> {
  if (!inheritedFrom) return line('portalDefault', { title });
  if (inheritedFrom === entityRef) return line('own', { title });
  const kind = inheritedFrom.slice(0, inheritedFrom.indexOf(':'));
  return line(originKeys[kind] ?? 'fromOther', {
    title,
    entity: { entity: inheritedFrom },
  });
}

function dutiesOf(level: SeverityLevel): LevelView['duties'] {
  return duties.flatMap(duty => {
    const text = level[duty];
    return text ? [{ duty, text }] : [];
  });
}
