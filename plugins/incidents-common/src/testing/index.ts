/**
 * Builders of records for tests: name what the test is about, the rest is plausible.
 *
 * @packageDocumentation
 */
import type { Alert, Incident, SeverityScheme } from '../schemas';

/**
 * The moment at which things happen in tests.
 *
 * @public
 */
export const testNow = '2026-11-20T03:00:00.000Z';

/**
 * A firing alert, but for what the test is about.
 *
 * @public
 */
export function anAlert(about: Partial<Alert> = {}): Alert {
  return {
    id: 'a1',
    integration: 'prometheus',
    source: 'alertmanager',
    fingerprint: 'f1',
    title: 'HighErrorRate',
    status: 'firing',
    severity: 'SEV2',
    entityRef: 'component:default/checkout',
    routing: {
      by: 'label',
      reason: 'label service=checkout names the component',
    },
    triage: { outcome: 'declared', reason: 'no incident was open' },
    labels: { alertname: 'HighErrorRate', service: 'checkout' },
    links: [],
    startedAt: testNow,
    lastFiredAt: testNow,
    occurrences: 1,
    incidentKey: 'INC-1',
    ...about,
  };
}

/**
 * An incident just declared, but for what the test is about.
 *
 * @public
 */
export function anIncident(about: Partial<Incident> = {}): Incident {
  return {
    key: 'INC-1',
    title: 'HighErrorRate',
    status: 'declared',
    severity: 'SEV2',
    severityRank: 2,
    severityScheme: 'standard',
    severityVersion: 'v1',
    entityRefs: ['component:default/checkout'],
    detectionSource: 'monitor',
    declaredBy: { type: 'integration', ref: 'prometheus' },
    declaredAt: testNow,
    updatedAt: testNow,
    openAlerts: 1,
    alerts: 1,
    drill: false,
    version: 1,
    ...about,
  };
}

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
