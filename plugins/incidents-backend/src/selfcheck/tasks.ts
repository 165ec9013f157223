import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SelfCheck } from './index';

/** On each replica by itself, without the database: what watches must not wait for what is watched. */
export async function scheduleSelfCheck(
  scheduler: SchedulerService,
  selfCheck: SelfCheck,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-self-check',
    frequency: { seconds: 30 },
    initialDelay: { seconds: 30 },
    timeout: { seconds: 30 },
    scope: 'local',
    fn: async () => {
      await selfCheck.run();
    },
  });
}
