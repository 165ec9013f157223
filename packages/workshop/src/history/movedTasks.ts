import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type { Clock } from 'backstage-plugin-incidents-node';

type Frequency = SchedulerServiceTaskScheduleDefinition['frequency'];
type ScheduledTask = Parameters<SchedulerService['scheduleTask']>[0];

interface WaitingTask {
  task: ScheduledTask;
  /** Milliseconds of moved time. */
  every: number;
  lastAt: number;
}

function millisecondsOf(frequency: Frequency): number {
  if ('trigger' in frequency) {
    return Infinity;
  }
  // A cron line would need a calendar; such a task runs whenever it may.
  return 'cron' in frequency ? 0 : durationToMilliseconds(frequency);
}

/**
 * A scheduler for moved time: what the incidents plugin schedules runs when
 * {@link runDue} is called, and what others schedule never.
 */
export function createMovedTasks(clock: Clock) {
  const waiting: WaitingTask[] = [];

  function schedulerOf(pluginId: string): SchedulerService {
    const scheduleTask = async (task: ScheduledTask) => {
      if (pluginId === 'incidents') {
        const every = millisecondsOf(task.frequency);
        waiting.push({ task, every, lastAt: -Infinity });
      }
    };
    return {
      scheduleTask,
      createScheduledTaskRunner: schedule => ({
        run: task => scheduleTask({ ...schedule, ...task }),
      }),
      triggerTask: async () => {},
      cancelTask: async () => {},
      getScheduledTasks: async () => [],
    };
  }

  return {
    factory: createServiceFactory({
      service: coreServices.scheduler,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) => schedulerOf(plugin.getId()),
    }),
    /** One after the other, in the order in which they were scheduled. */
    async runDue(): Promise<void> {
      const now = clock.now().getTime();
      for (const one of waiting.filter(
        ({ every, lastAt }) => now - lastAt >= every,
      )) {
        one.lastAt = now;
        await one.task.fn(new AbortController().signal);
      }
    },
  };
}

export type MovedTasks = ReturnType<typeof createMovedTasks>;
