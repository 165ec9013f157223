/** The integrations that alerts or dead letters came through, those with most of them first. */
export function integrationsOf(
  records: readonly { integration: string }[],
): string[] {
  const counts = new Map<string, number>();
  for (const { integration } of records) {
    counts.set(integration, (counts.get(integration) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || a.localeCompare(b))
    .map(([integration]) => integration);
}
