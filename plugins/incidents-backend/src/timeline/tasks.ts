import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Timeline } from './index';

export async function scheduleTimelineTasks(
  scheduler: SchedulerService,
  timeline: Timeline,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-tell-timeline',
    frequency: { seconds: 10 },
    timeout: { minutes: 2 },
    scope: 'global',
    fn: async () => {
      await timeline.sweep();
    },
  });
}
