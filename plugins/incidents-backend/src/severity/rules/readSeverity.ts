import type {
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';

export type SeverityReading = { level: SeverityLevel; remark?: string };

/**
 * The level that a monitor's word stands for. An unknown word is never quietly harmless: it becomes the default of the scheme
 * with a remark that quotes it.
 */
export function readSeverity(
  scheme: SeverityScheme,
  word: string | undefined,
): SeverityReading {
  const said = word?.trim().toLowerCase();
  const known = scheme.levels.find(
    level =>
      level.id.toLowerCase() === said || level.words.includes(said ?? ''),
  );
  if (known) return { level: known };
  const level = levelOf(scheme, scheme.default) ?? scheme.levels[0];
  if (!said) return { level };
  return {
    level,
    remark: `The scheme ${scheme.name} does not know “${said.slice(0, 60)}”; ${
      level.id
    } is its default`,
  };
}

export function levelOf(
  scheme: SeverityScheme,
  id: string,
): SeverityLevel | undefined {
  return scheme.levels.find(level => level.id === id);
}

/** The level of this id; the mildest, when the scheme has lost it. */
export function levelIn(scheme: SeverityScheme, id: string): SeverityLevel {
  return levelOf(scheme, id) ?? scheme.levels[scheme.levels.length - 1];
}
