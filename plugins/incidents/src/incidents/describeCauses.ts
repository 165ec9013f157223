import type {
  Incident,
  RelatedIncident,
} from 'backstage-plugin-incidents-common';

/** What an incident is likely because of; without its entity when the reader may not see it. */
export type CauseWords = { key: string; entityRef?: string };

/** The likely causes, the worst first, then those that are hidden from the reader. */
export function describeCauses(
  { likelyBecauseOf = [] }: Pick<Incident, 'likelyBecauseOf'>,
  visible: RelatedIncident[],
): CauseWords[] {
  const seen = visible.filter(({ key }) => likelyBecauseOf.includes(key));
  const hidden = likelyBecauseOf.filter(
    key => !seen.some(cause => cause.key === key),
  );
  return [
    ...seen.map(({ key, entityRefs: [entityRef] }) => ({ key, entityRef })),
    ...hidden.map(key => ({ key })),
  ];
}
