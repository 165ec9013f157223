import { anAlert } from 'backstage-plugin-incidents-common/testing';

/** An alert of nobody. */
export const strayAlert = anAlert({
  id: 'stray',
  title: 'Disk full',
  description: 'The volume of the importer is full.',
  entityRef: undefined,
  incidentKey: undefined,
  routing: { by: 'none', reason: 'No label names an entity.' },
  triage: { outcome: 'unrouted', reason: 'It has no entity.' },
  labels: {
    alertname: 'DiskFull',
    service: 'importer',
    pod: 'p-6b9ee41d-abcde',
  },
});
