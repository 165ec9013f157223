import {
  alertReadPermission,
  deadLetterReadPermission,
  definitionReadPermission,
  endpoints,
  type Endpoint,
  onCallReadPermission,
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
  doors.open(endpoints.getIncident, async ({ params, allows }) =>
    incidents.read(params.key, await sightOf(allows)),
  );
  doors.open(endpoints.getTimeline, ({ params, query }) =>
    incidents.timeline(params.key, query),
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
  doors.open(endpoints.getEntitySummary, async call => {
    const { kind, namespace, name } = call.params;
    return incidents.summary(`${kind}:${namespace}/${name}`.toLowerCase(), {
      incidents: call.filter,
      alerts: await call.filterFor(alertReadPermission),
      sight: await sightOf(call.allows),
    });
  });
  doors.open(endpoints.getOverview, async call =>
    incidents.overview({
      incidents: call.filter,
      alerts: await call.filterFor(alertReadPermission),
      sight: {
        ...(await sightOf(call.allows)),
        deadLetters: await call.allows(deadLetterReadPermission),
      },
    }),
  );
}

async function sightOf(allows: Call<Endpoint>['allows']): Promise<Sight> {
  const [people, definitions] = await Promise.all([
    allows(onCallReadPermission),
    allows(definitionReadPermission),
  ]);
  return { people, definitions };
}
