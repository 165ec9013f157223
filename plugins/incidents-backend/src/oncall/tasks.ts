import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { OnCall } from './index';

/** What is due stands in rows, so that it may run late or on any replica. */
export async function scheduleOnCallTasks(
  scheduler: SchedulerService,
  oncall: OnCall,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-expire-requests',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await oncall.requests.expire();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-announce-shifts',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await oncall.announceShifts();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-tell-shift-notices',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await oncall.tellShiftNotices();
    },
  });
}
