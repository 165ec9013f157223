import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Alerts } from './index';

export async function scheduleAlertTasks(
  scheduler: SchedulerService,
  alerts: Alerts,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-route-pending',
    frequency: { seconds: 15 },
    timeout: { minutes: 2 },
    scope: 'global',
    fn: async () => {
      await alerts.routePending();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-release-held',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await alerts.releaseHeld();
    },
  });
  await scheduleHoldTasks(scheduler, alerts);
  await scheduler.scheduleTask({
    id: 'incidents-calm-flapping',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await alerts.calmFlapping();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-sweep-heartbeats',
    frequency: { seconds: 15 },
    timeout: { minutes: 1 },
    scope: 'global',
    fn: async () => {
      await alerts.sweepHeartbeats();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-forget-deliveries',
    frequency: { hours: 6 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: () => alerts.forgetOld(),
  });
}

async function scheduleHoldTasks(
  scheduler: SchedulerService,
  alerts: Alerts,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-expand-maintenance',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      await alerts.maintenance.expand();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-read-calendars',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      await alerts.maintenance.readCalendars();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-announce-endings',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await alerts.announceEndings();
    },
  });
}
