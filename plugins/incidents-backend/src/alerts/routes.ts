import { endpoints } from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import { withParts } from '../platform/catalogIndex';
import type { Doors } from '../platform/mount';
import type { Alerts } from './index';

export function openAlertDoors(
  doors: Doors,
  { alerts, catalog }: { alerts: Alerts; catalog: Catalog },
): void {
  doors.open(endpoints.listAlerts, async ({ query, filter }) => {
    const index = await catalog.index().catch(() => undefined);
    const entityRefs = withParts(query.entityRef, index);
    return alerts.list(query, { filter, index, entityRefs });
  });
  doors.open(endpoints.listDeadLetters, ({ query }) =>
    alerts.deadLetters.list(query),
  );
}
