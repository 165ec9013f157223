import type { Incident } from '../schemas';
import { testNow } from './testNow';

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
