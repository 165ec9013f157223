import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Incidents } from './index';

/** Work that waits for a time: each finds its due rows by itself, so it may run late or on any replica. */
export async function scheduleIncidentTasks(
  scheduler: SchedulerService,
  incidents: Incidents,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-check-runbooks',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await incidents.checkRunbooks();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-resolve-calm',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await incidents.resolveCalm();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-release-pages',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await incidents.releaseHeld();
    },
  });
}
