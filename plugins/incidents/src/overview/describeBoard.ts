import type { Incident } from 'backstage-plugin-incidents-common';

/** The open incidents of one severity. */
export type Lane = { rank: number; severity: string; incidents: Incident[] };

/**
 * Open incidents as lanes, the worst first; within a lane those that nobody has taken, then the oldest. Schemes may name the
 * same rank differently: such levels stand in lanes of their own.
 */
export function describeBoard(open: readonly Incident[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const incident of open) {
    const { severityRank: rank, severity } = incident;
    const id = `${rank} ${severity}`;
    const lane = lanes.get(id) ?? { rank, severity, incidents: [] };
    lane.incidents.push(incident);
    lanes.set(id, lane);
  }
  for (const lane of lanes.values()) lane.incidents.sort(byNeglect);
  return [...lanes.values()].sort(
    (a, b) => a.rank - b.rank || a.severity.localeCompare(b.severity),
  );
}

function byNeglect(a: Incident, b: Incident): number {
  const waitsA = isWaiting(a) ? 0 : 1;
  const waitsB = isWaiting(b) ? 0 : 1;
  return waitsA - waitsB || a.declaredAt.localeCompare(b.declaredAt);
}

/** Nobody has taken it up. */
export function isWaiting(incident: Incident): boolean {
  return incident.status === 'declared' && !incident.acknowledgedAt;
}
