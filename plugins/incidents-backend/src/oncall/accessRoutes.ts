import {
  endpoints,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import { userOf } from './askingUser';
import type { OnCall } from './index';

/** What people must be able to log in to before a shift. */
export function openAccessDoors(
  doors: Doors,
  { oncall }: { oncall: OnCall },
): void {
  const { access } = oncall;
  doors.open(endpoints.getAccessChecklist, async call => {
    const user = call.query.user ?? userOf(call.actor);
    if (user !== call.actor.ref) await call.require(onCallReadPermission);
    return access.checklist(user);
  });
  doors.open(endpoints.confirmAccess, ({ body, actor }) =>
    access.confirm({ ...body, actor }),
  );
  doors.open(endpoints.listAccessFindings, ({ query }) =>
    access.findings(query),
  );
}
