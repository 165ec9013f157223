import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import type { Telling } from './told';

/** A schedule, and what a reader can work out of it by hand. */
export type Example = Telling & {
  says: string;
  given: ScheduleDefinition;
  tells: string;
};
