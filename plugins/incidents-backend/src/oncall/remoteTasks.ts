import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { OnCall } from './index';

/** What is far away is asked by one replica at a time. */
export async function scheduleRemoteTasks(
  scheduler: SchedulerService,
  oncall: OnCall,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-ask-remote-on-call',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      await oncall.refreshRemotes();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-read-absences',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      await oncall.readAbsences();
    },
  });
}
