import { InputError } from '@backstage/errors';
import {
  endpoints,
  onCallOverrideAnyPermission,
  onCallReadPermission,
  type Actor,
} from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import type { AbsenceShelf } from './absenceCalendars';

/** One's own calendars; those of others need what changing their shifts needs. */
export function openAbsenceDoors(doors: Doors, absences: AbsenceShelf): void {
  doors.open(endpoints.listAbsenceCalendars, async call => {
    const user = userOf(call.query.user, call.actor, 'query');
    if (user !== call.actor.ref) await call.require(onCallReadPermission);
    return absences.of(user);
  });
  doors.open(endpoints.addAbsenceCalendar, async call => {
    const { body, actor } = call;
    const user = userOf(body.user, actor, 'body');
    if (user !== actor.ref) await call.require(onCallOverrideAnyPermission);
    return absences.add({ ...body, user, actor });
  });
  doors.open(endpoints.revokeAbsenceCalendar, async call => {
    const { params, actor } = call;
    const user = await absences.userOf(params.id);
    if (user !== actor.ref) await call.require(onCallOverrideAnyPermission);
    return absences.revoke(params.id, { actor });
  });
}

function userOf(
  named: string | undefined,
  { type, ref }: Actor,
  asks: 'query' | 'body',
): string {
  if (named) return named;
  if (type === 'user') return ref;
  throw new InputError(
    `The ${asks} is not valid: user: is needed, since it is no user who asks`,
  );
}
