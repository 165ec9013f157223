import type { SchedulerService } from '@backstage/backend-plugin-api';
import { endpoints } from 'backstage-plugin-incidents-common';
import { openAlertDoors } from './alerts/routes';
import { scheduleAlertTasks } from './alerts/tasks';
import { openHandoverDoors } from './handover/routes';
import { openIncidentDoors } from './incidents/routes';
import { scheduleIncidentTasks } from './incidents/tasks';
import { openInsightDoors } from './insights/routes';
import { scheduleRemoteTasks } from './oncall';
import { openOnCallDoors } from './oncall/routes';
import { scheduleOnCallTasks } from './oncall/tasks';
import { openPagingDoors } from './paging/routes';
import { schedulePagingTasks } from './paging/tasks';
import type { Catalog } from './platform/catalog';
import type { Doors } from './platform/mount';
import { scheduleSelfCheck } from './selfcheck/tasks';
import { openSeverityDoors } from './severity/routes';
import type { Suite } from './suite';
import { scheduleTimelineTasks } from './timeline/tasks';

/** Every way in by the API, room by room. */
export function openDoors(doors: Doors, suite: Suite, catalog: Catalog): void {
  const rooms = { ...suite, catalog };
  openSeverityDoors(doors, rooms);
  openAlertDoors(doors, rooms);
  openOnCallDoors(doors, rooms);
  openPagingDoors(doors, rooms);
  openIncidentDoors(doors, rooms);
  openHandoverDoors(doors, rooms);
  openInsightDoors(doors, rooms);
  doors.open(endpoints.getRunbook, ({ params }) => {
    const { kind, namespace, name, id } = params;
    const entityRef = `${kind}:${namespace}/${name}`.toLowerCase();
    return suite.runbooks.read(entityRef, id);
  });
}

/** Every way in by the clock. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  suite: Suite,
): Promise<void> {
  await scheduleTimelineTasks(scheduler, suite.timeline);
  await scheduleAlertTasks(scheduler, suite.alerts);
  await scheduleOnCallTasks(scheduler, suite.oncall);
  await scheduleRemoteTasks(scheduler, suite.oncall);
  await schedulePagingTasks(scheduler, suite.paging);
  await scheduleIncidentTasks(scheduler, suite.incidents);
  await scheduleSelfCheck(scheduler, suite.selfCheck);
}
