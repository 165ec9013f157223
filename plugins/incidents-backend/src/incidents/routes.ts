import {
  alertReadPermission,
  deadLetterReadPermission,
  definitionReadPermission,
  endpoints,
  incidentDeclarePermission,
  incidentReadPermission,
  incidentUpdatePermission,
  onCallReadPermission,
  routingReadPermission,
  routingUpdatePermission,
  type ActOnAlert,
  type Endpoint,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import { withParts } from '../platform/catalogIndex';
import type { Call, Doors } from '../platform/mount';
import type { Incidents } from './index';
import type { Sight } from './readIncident';

type RouteDeps = { incidents: Incidents; catalog: Catalog };

export function openIncidentDoors(
  doors: Doors,
  { incidents, catalog }: RouteDeps,
): void {
  const peekIndex = () => catalog.index().catch(() => undefined);

  doors.open(endpoints.listIncidents, async ({ query, filter }) => {
    const index = await peekIndex();
    const entityRefs = withParts(query.entityRef, index);
    return incidents.list(query, { filter, index, entityRefs });
  });
  doors.open(endpoints.getIncident, async ({ params, ...call }) =>
    incidents.read(params.key, {
      incidents: await call.filterFor(incidentReadPermission),
      sight: await sightOf(call.allows),
    }),
  );
  doors.open(endpoints.getTimeline, async ({ params, query, allows }) =>
    incidents.timeline(params.key, query, {
      people: await allows(onCallReadPermission),
    }),
  );
  doors.open(endpoints.declareIncident, ({ body, actor }) =>
    incidents.declare({ ...body, actor }),
  );
  doors.open(endpoints.actOnIncident, ({ params, body, actor }) =>
    incidents.act(params.key, { ...body, actor }),
  );
  doors.open(endpoints.setSeverity, ({ params, body, actor }) =>
    incidents.setSeverity(params.key, { ...body, actor }),
  );
  doors.open(endpoints.addNote, ({ params, body, actor }) =>
    incidents.addNote(params.key, { ...body, actor }),
  );
  doors.open(endpoints.actOnAlert, async ({ params, body, actor, require }) => {
    await requireFor(body, require);
    return incidents.actOnAlert(params.id, { ...body, actor });
  });
  doors.open(endpoints.mergeIncident, async call => {
    const { params, body, actor } = call;
    await call.require(incidentUpdatePermission, body.into);
    return incidents.merge(params.key, { ...body, actor });
  });
  doors.open(endpoints.getEntitySummary, async call => {
    const { kind, namespace, name } = call.params;
    const routing = await call.allows(routingReadPermission);
    return incidents.summary(`${kind}:${namespace}/${name}`.toLowerCase(), {
      incidents: call.filter,
      alerts: await call.filterFor(alertReadPermission),
      sight: { ...(await sightOf(call.allows)), routing },
    });
  });
  doors.open(endpoints.getOverview, async call =>
    incidents.overview({
      incidents: call.filter,
      alerts: await call.filterFor(alertReadPermission),
      sight: {
        ...(await sightOf(call.allows)),
        deadLetters: await call.allows(deadLetterReadPermission),
        routing: await call.allows(routingReadPermission),
      },
    }),
  );
}

/** What an action needs besides the right to update the alert. */
async function requireFor(
  act: ActOnAlert,
  require: Call<Endpoint>['require'],
): Promise<void> {
  if (act.action === 'move') {
    await require(incidentUpdatePermission, act.incidentKey);
  } else if (act.action === 'split' || act.action === 'declare') {
    await require(incidentDeclarePermission);
  } else if (act.action === 'bind' && act.rule) {
    await require(routingUpdatePermission);
  }
}

async function sightOf(allows: Call<Endpoint>['allows']): Promise<Sight> {
  const [people, definitions] = await Promise.all([
    allows(onCallReadPermission),
    allows(definitionReadPermission),
  ]);
  return { people, definitions };
}
