import { endpoints } from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import type { Doors } from '../platform/mount';
import type { Severities } from './index';

export function openSeverityDoors(
  doors: Doors,
  { severities, catalog }: { severities: Severities; catalog: Catalog },
): void {
  doors.open(endpoints.getSeverities, async ({ query }) => {
    const index = await catalog.index().catch(() => undefined);
    return severities.schemeFor(query.entityRef?.toLowerCase(), index);
  });
}
