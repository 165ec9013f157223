import {
  alertReadPermission,
  deadLetterReadPermission,
  endpoints,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import type { Call, Doors } from '../platform/mount';
import type { Timeline } from '../timeline';
import type { Incidents } from './index';

type Asked = Call<typeof endpoints.getOverview>;

type RouteDeps = { incidents: Incidents; timeline: Timeline; catalog: Catalog };

export function openIncidentDoors(
  doors: Doors,
  { incidents, timeline, catalog }: RouteDeps,
): void {
  const peekIndex = () => catalog.index().catch(() => undefined);

  doors.open(endpoints.listIncidents, async ({ query, filter }) => {
    const index = await peekIndex();
    const entityRefs = query.entityRef?.flatMap(
      ref => index?.covers(ref) ?? [ref],
    );
    return incidents.list(query, { filter, index, entityRefs });
  });
  doors.open(endpoints.getIncident, async ({ params, allows }) =>
    incidents.read(params.key, { people: await allows(onCallReadPermission) }),
  );
  doors.open(endpoints.getTimeline, ({ params, query }) =>
    timeline.of(params.key, query),
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
      sight: { people: await call.allows(onCallReadPermission) },
    });
  });
  doors.open(endpoints.getOverview, async call =>
    incidents.overview({ filter: call.filter, sight: await sightOf(call) }),
  );
}

async function sightOf({
  allows,
  filterFor,
}: Pick<Asked, 'allows' | 'filterFor'>) {
  const [people, deadLetters, alerts] = await Promise.all([
    allows(onCallReadPermission),
    allows(deadLetterReadPermission),
    filterFor(alertReadPermission),
  ]);
  return { people, deadLetters, alerts: alerts === 'everything' };
}
