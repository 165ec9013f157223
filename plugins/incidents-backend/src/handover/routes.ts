import {
  endpoints,
  incidentReadPermission,
  onCallReadPermission,
  routingReadPermission,
} from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import type { Handover } from './index';

export function openHandoverDoors(
  doors: Doors,
  { handover }: { handover: Handover },
): void {
  doors.open(endpoints.draftHandover, async ({ params, query, ...call }) =>
    handover.draft(params.name, query, {
      actor: call.actor,
      incidents: await call.filterFor(incidentReadPermission),
      routing: await call.allows(routingReadPermission),
    }),
  );
  doors.open(endpoints.listHandovers, ({ params, query }) =>
    handover.list(params.name, query),
  );
  doors.open(endpoints.getHandover, ({ params }) =>
    handover.read(params.name, params.id),
  );
  // A note names the person of the shift.
  doors.open(endpoints.writeHandover, async call => {
    await call.require(onCallReadPermission);
    const { params, body, actor } = call;
    return handover.write(params.name, { ...body, actor });
  });
  doors.open(endpoints.changeHandover, async call => {
    await call.require(onCallReadPermission);
    const { params, body, actor } = call;
    const { name, id } = params;
    return handover.change(name, { ...body, id, actor });
  });
}
