import type { SeverityScheme } from '../schemas';

/**
 * A severity scheme, but for what the test is about.
 *
 * @public
 */
export function aScheme(about: Partial<SeverityScheme> = {}): SeverityScheme {
  const level = (id: string, rank: number, words: string[]) => ({
    id,
    rank,
    words,
    title: id,
    criteria: `What ${id} means.`,
  });
  return {
    name: 'standard',
    title: 'Standard',
    version: 'v1',
    default: 'SEV3',
    levels: [
      level('SEV1', 1, ['critical', 'page']),
      level('SEV2', 2, ['error', 'high']),
      level('SEV3', 3, ['warning']),
      level('SEV4', 4, ['info']),
    ],
    ...about,
  };
}
