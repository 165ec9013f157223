import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';

/** Tasks that run when a story says that time has passed, and never by themselves. */
export function createTestScheduler() {
  const tasks = new Map<string, () => unknown>();
  const service = {
    scheduleTask: async (
      task: Parameters<SchedulerService['scheduleTask']>[0],
    ) => {
      // The real one would let the later replace the earlier without a word.
      if (tasks.has(task.id)) throw new Error(`${task.id} is scheduled twice`);
      tasks.set(task.id, () => task.fn(new AbortController().signal));
    },
  } as unknown as SchedulerService;
  return {
    ids: () => [...tasks.keys()],
    async runAll() {
      for (const run of tasks.values()) await run();
    },
    async run(id: string) {
      await tasks.get(id)!();
    },
    factory: createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => service,
    }),
  };
}
