import {
  endpoints,
  onCallOverrideAnyPermission,
  onCallOverrideOwnPermission,
  onCallReadPermission,
  onCallScheduleUpdatePermission,
  type Endpoint,
} from 'backstage-plugin-incidents-common';
import type { Call, Doors } from '../platform/mount';
import { openAccessDoors } from './accessRoutes';
import { userOf } from './askingUser';
import type { OnCall } from './index';
import { openShiftRequestDoors } from './requestRoutes';
import { openAbsenceDoors } from './absenceRoutes';
import { isOwn, type Concerned } from './rules/isOwn';
import type { ScheduleBook } from './schedules';
import type { CalendarShelf } from './shiftCalendars';

export function openOnCallDoors(
  doors: Doors,
  { oncall }: { oncall: OnCall },
): void {
  const { schedules } = oncall;
  doors.open(endpoints.previewSchedule, async ({ body, allows }) =>
    oncall.preview(body, { people: await allows(onCallReadPermission) }),
  );
  openReading(doors, schedules);
  openWriting(doors, schedules);
  openAmending(doors, schedules);
  openCalendars(doors, oncall.calendars);
  openShiftRequestDoors(doors, { oncall });
  openAccessDoors(doors, { oncall });
  openAbsenceDoors(doors, oncall.absences);
}

function openReading(doors: Doors, schedules: ScheduleBook): void {
  doors.open(endpoints.listSchedules, async ({ query, allows }) =>
    schedules.list(query, { people: await allows(onCallReadPermission) }),
  );
  doors.open(endpoints.getSchedule, async ({ params, allows }) =>
    schedules.read(params.name, {
      update: await allows(onCallScheduleUpdatePermission),
      overrideOwn: await allows(onCallOverrideOwnPermission),
      overrideAny: await allows(onCallOverrideAnyPermission),
    }),
  );
  doors.open(endpoints.getScheduleShifts, ({ params, query }) =>
    schedules.shifts(params.name, query),
  );
  doors.open(endpoints.exportSchedule, ({ params }) =>
    schedules.file(params.name),
  );
  doors.open(endpoints.listPersonShifts, async call => {
    const { query, actor, allows } = call;
    const user = query.user ?? userOf(actor);
    const people = await allows(onCallReadPermission);
    if (user !== actor.ref) await call.require(onCallReadPermission);
    return schedules.shiftsOf({ ...query, user }, { people });
  });
}

function openWriting(doors: Doors, schedules: ScheduleBook): void {
  doors.open(endpoints.createSchedule, ({ body, actor }) =>
    schedules.create(body, { actor }),
  );
  doors.open(endpoints.importSchedules, ({ body, actor }) =>
    schedules.importFile({ ...body, actor }),
  );
  doors.open(endpoints.changeSchedule, ({ params, body, actor }) =>
    schedules.change(params.name, { ...body, actor }),
  );
  doors.open(endpoints.archiveSchedule, ({ params, body, actor }) =>
    schedules.archive(params.name, { ...body, actor }),
  );
  doors.open(endpoints.restoreSchedule, ({ params, body, actor }) =>
    schedules.restore(params.name, { ...body, actor }),
  );
}

function openAmending(doors: Doors, schedules: ScheduleBook): void {
  doors.open(endpoints.amendSchedule, async call => {
    await requireFor(call, call.body);
    const { params, body, actor } = call;
    return schedules.amend(params.name, { asked: body, actor });
  });
  doors.open(endpoints.swapShifts, async call => {
    await requireFor(call, call.body);
    const { params, body, actor } = call;
    return schedules.amend(params.name, { asked: body, actor });
  });
  doors.open(endpoints.withdrawAmendment, async call => {
    const { name, id } = call.params;
    await requireFor(call, await schedules.concerned(name, id));
    return schedules.withdraw(name, { id, actor: call.actor });
  });
}

function openCalendars(doors: Doors, calendars: CalendarShelf): void {
  doors.open(endpoints.listShiftCalendars, ({ actor }) =>
    calendars.madeBy(actor),
  );
  doors.open(endpoints.createShiftCalendar, async call => {
    const { body, actor } = call;
    const isOnlyMine = actor.type === 'user' && body.user === actor.ref;
    if (!isOnlyMine) await call.require(onCallReadPermission);
    return calendars.create({ ...body, actor });
  });
  doors.open(endpoints.revokeShiftCalendar, async call => {
    const any = await call.allows(onCallScheduleUpdatePermission);
    return calendars.revoke(call.params.id, { actor: call.actor, any });
  });
}

/** @throws NotAllowedError when it is about the shifts of others, and those may not be changed. */
async function requireFor<E extends Endpoint>(
  call: Pick<Call<E>, 'actor' | 'require'>,
  amendment: Concerned,
): Promise<void> {
  if (isOwn(amendment, call.actor)) return;
  await call.require(onCallOverrideAnyPermission);
}
