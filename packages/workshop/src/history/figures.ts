import { mockCredentials } from '@backstage/backend-test-utils';
import { incidentStatuses } from 'backstage-plugin-incidents-common';

async function count(url: string, path: string): Promise<number> {
  const answer = await fetch(`${url}/api/incidents${path}`, {
    headers: { authorization: mockCredentials.service.header() },
  });
  const { totalItems } = await answer.json();
  return totalItems;
}

/** What a replay made, in one line. */
export async function figuresOf(url: string): Promise<string> {
  const alerts = await count(url, '/alerts?limit=1');
  const incidents = await count(url, '/incidents?limit=1&drills=show');
  const byStatus = await Promise.all(
    incidentStatuses.map(async status => {
      const path = `/incidents?limit=1&drills=show&status=${status}`;
      return { status, n: await count(url, path) };
    }),
  );
  const parts = byStatus
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${n} ${status}`);
  return `${alerts} alerts, ${incidents} incidents: ${parts.join(', ')}`;
}
