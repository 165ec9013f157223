import type { Alert, SeverityScheme } from 'backstage-plugin-incidents-common';
import { rankOfSeverity } from 'backstage-plugin-incidents-react';

/** The alerts of an incident as they matter: what still fires, the worst first, then the one that began it. */
export function orderAlerts(
  alerts: readonly Alert[],
  scheme?: SeverityScheme,
): Alert[] {
  const over = (alert: Alert) => (alert.status === 'resolved' ? 1 : 0);
  const rank = (alert: Alert) =>
    rankOfSeverity(scheme, alert.severity) ?? Number.MAX_SAFE_INTEGER;
  return [...alerts].sort(
    (a, b) =>
      over(a) - over(b) ||
      rank(a) - rank(b) ||
      a.startedAt.localeCompare(b.startedAt),
  );
}
