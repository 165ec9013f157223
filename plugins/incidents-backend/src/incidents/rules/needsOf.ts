import type { Incident, Need } from 'backstage-plugin-incidents-common';

const minute = 60 * 1000;
/** Nobody has taken it up for so long. */
const patience = 5 * minute;

export type Neglect = {
  /** Everybody was called, and nobody has answered. */
  unanswered: Array<{ key: string; since: string }>;
  withoutRunbook: Array<{ key: string; since: string }>;
  alerts: Array<{ pending: boolean; count: number; since: string }>;
  /** Alerts that may be incidents, if somebody says so. */
  suggested: { count: number; since?: string };
  /** Silences that end soon, although what they hold still fires. */
  silences: { count: number; since?: string };
  /** The same of maintenance windows. */
  maintenance: { count: number; since?: string };
  dead: { count: number; since?: string };
};

/** What waits for a person, the most urgent first. */
export function needsOf(open: Incident[], neglect: Neglect, now: Date): Need[] {
  const untaken = open.filter(
    ({ status, declaredAt }) =>
      status === 'declared' &&
      now.getTime() - Date.parse(declaredAt) > patience,
  );
  const calm = open.filter(({ status }) => status === 'mitigated');
  const alertsNeed = (pending: boolean): Need[] =>
    neglect.alerts
      .filter(alert => alert.pending === pending)
      .map(({ count, since }) => ({
        kind: pending ? 'routing-pending' : 'unrouted-alerts',
        ...{ count, since },
        incidentKeys: [],
      }));
  return [
    ...incidentsNeed('nobody-answered', neglect.unanswered),
    ...incidentsNeed(
      'not-acknowledged',
      untaken.map(({ key, declaredAt }) => ({ key, since: declaredAt })),
    ),
    ...countNeed('suggested-incidents', neglect.suggested),
    ...alertsNeed(false),
    ...alertsNeed(true),
    ...countNeed('silence-ending', neglect.silences),
    ...countNeed('maintenance-ending', neglect.maintenance),
    ...incidentsNeed('no-runbook', neglect.withoutRunbook),
    ...incidentsNeed(
      'to-resolve',
      calm.map(({ key, mitigatedAt, declaredAt }) => ({
        key,
        since: mitigatedAt ?? declaredAt,
      })),
    ),
    ...countNeed('dead-letters', neglect.dead),
  ];
}

function countNeed(
  kind: Need['kind'],
  { count, since }: { count: number; since?: string },
): Need[] {
  return since ? [{ kind, count, since, incidentKeys: [] }] : [];
}

function incidentsNeed(
  kind: Need['kind'],
  waiting: Array<{ key: string; since: string }>,
): Need[] {
  if (waiting.length === 0) return [];
  const since = waiting.map(item => item.since).sort()[0];
  const incidentKeys = waiting.map(({ key }) => key);
  return [{ kind, count: waiting.length, since, incidentKeys }];
}
