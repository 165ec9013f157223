import type {
  DeclareIncident,
  DetectionSource,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';

/** What is in the form so far. */
export type Draft = {
  title: string;
  entityRef?: string;
  detectionSource: DetectionSource;
  severity?: string;
  description: string;
};

export function emptyDraft(entityRef?: string): Draft {
  return {
    title: '',
    entityRef,
    // A monitor would have declared it by itself: somebody is typing.
    detectionSource: 'employee',
    description: '',
  };
}

/**
 * What is still missing, which level is chosen, and what would be sent. A level that the scheme of another entity brought
 * and this scheme does not know falls back to the default.
 */
export function describeDraft(
  draft: Draft,
  scheme?: SeverityScheme,
): {
  missing: ('title' | 'entity')[];
  severity?: string;
  body?: DeclareIncident;
} {
  const title = draft.title.trim();
  const description = draft.description.trim();
  const known = scheme?.levels.some(level => level.id === draft.severity);
  const severity = known ? draft.severity : scheme?.default;
  const missing: ('title' | 'entity')[] = [];
  if (!title) missing.push('title');
  if (!draft.entityRef) missing.push('entity');
  if (!title || !draft.entityRef) return { missing, severity };
  const body: DeclareIncident = {
    title,
    entityRefs: [draft.entityRef],
    detectionSource: draft.detectionSource,
    ...(severity && { severity }),
    ...(description && { description }),
  };
  return { missing, severity, body };
}
