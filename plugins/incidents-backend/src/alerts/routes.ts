import {
  alertReadPermission,
  deadLetterReadPermission,
  deliveryReadPermission,
  endpoints,
} from 'backstage-plugin-incidents-common';
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
  doors.open(endpoints.getAlert, ({ params }) => alerts.read(params.id));
  doors.open(endpoints.getAlertTimeline, ({ params, query }) =>
    alerts.timeline(params.id, query),
  );
  doors.open(endpoints.listRoutingRules, () => alerts.rules.list());
  doors.open(endpoints.createRoutingRule, ({ body, actor }) =>
    alerts.rules.create({ ...body, actor }),
  );
  doors.open(endpoints.orderRoutingRules, ({ body }) =>
    alerts.rules.order(body.ids),
  );
  doors.open(endpoints.removeRoutingRule, ({ params }) =>
    alerts.rules.remove(params.id),
  );
  doors.open(endpoints.listSilences, ({ query }) =>
    alerts.silences.list(query),
  );
  doors.open(endpoints.createSilence, ({ body, actor }) =>
    alerts.silences.create({ ...body, actor }),
  );
  doors.open(endpoints.endSilence, ({ params, actor }) =>
    alerts.silences.end(params.id, { actor }),
  );
  doors.open(endpoints.listMaintenance, ({ query }) =>
    alerts.maintenance.list(query),
  );
  doors.open(endpoints.planMaintenance, ({ body, actor }) =>
    alerts.maintenance.plan({ ...body, actor }),
  );
  doors.open(endpoints.changeMaintenance, ({ params, body, actor }) =>
    alerts.maintenance.change(params.id, { ...body, actor }),
  );
  doors.open(endpoints.endMaintenance, ({ params, body, actor }) =>
    alerts.maintenance.end(params.id, { ...body, actor }),
  );
  doors.open(endpoints.importMaintenance, ({ body, actor }) =>
    alerts.maintenance.import({ ...body, actor }),
  );
  doors.open(endpoints.listMaintenanceCalendars, () =>
    alerts.maintenance.calendars(),
  );
  doors.open(endpoints.dryRun, async ({ body, require }) => {
    // What it tells of them, only those may hear who may see them.
    if ('deadLetter' in body) await require(deadLetterReadPermission);
    if ('delivery' in body) await require(deliveryReadPermission);
    if ('alert' in body) await require(alertReadPermission, body.alert);
    return alerts.dryRun(body);
  });
  doors.open(endpoints.replayDeadLetters, ({ body }) => alerts.replay(body));
  doors.open(endpoints.listDeliveries, ({ query }) =>
    alerts.deliveries.list(query),
  );
  doors.open(endpoints.getDelivery, ({ params }) =>
    alerts.deliveries.read(params.id),
  );
  doors.open(endpoints.replayDeliveries, ({ body, actor }) =>
    alerts.deliveries.replay(body, actor),
  );
  doors.open(endpoints.listHeartbeats, ({ filter }) =>
    alerts.heartbeats(filter),
  );
  doors.open(endpoints.listDeadLetters, ({ query }) =>
    alerts.deadLetters.list(query),
  );
}
