import type { Alert } from '../schemas';
import { testNow } from './testNow';

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
