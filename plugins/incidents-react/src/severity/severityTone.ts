import type { SeverityScheme } from 'backstage-plugin-incidents-common';

/**
 * The colour family of a severity. Schemes name their levels as they like; the rank decides.
 *
 * @public
 */
export type SeverityTone = 'critical' | 'major' | 'minor' | 'low';

const tones: readonly SeverityTone[] = ['critical', 'major', 'minor', 'low'];

/**
 * The tone of a level by its rank, the worst first; without a rank it is low.
 *
 * @public
 */
export function severityTone(rank: number | undefined): SeverityTone {
  return (rank && tones[rank - 1]) || 'low';
}

/**
 * The rank of a level in its scheme; nothing when the scheme does not know it.
 *
 * @public
 */
export function rankOfSeverity(
  scheme: SeverityScheme | undefined,
  severity: string,
): number | undefined {
  return scheme?.levels.find(level => level.id === severity)?.rank;
}
