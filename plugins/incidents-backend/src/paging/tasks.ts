import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Paging } from './index';

/** What is due stands in rows, so that it may run late or on any replica. */
export async function schedulePagingTasks(
  scheduler: SchedulerService,
  paging: Paging,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-page-people',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await paging.run();
    },
  });
}
