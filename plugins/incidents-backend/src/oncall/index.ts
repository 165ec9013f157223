import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  OnCallAnswer,
  PreviewSchedule,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import type { OnCallProvider } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import { answerOnCall } from './answerOnCall';
import { createNativeProvider } from './nativeProvider';
import { createOwnerGroupProvider } from './ownerGroup';
import { previewSchedule, type PreviewSight } from './previewSchedule';
import { createScheduleBook, type ScheduleBook } from './schedules';
import type { ScheduleDeps } from './writeSchedule';

/** Whom to call: for every entity, now, and never blank. */
export type OnCall = {
  /**
   * @throws Error with a sentence when nothing can be said at all, because the catalog does not answer or does not know the
   * entity.
   */
  answerFor(entityRef: string): Promise<OnCallAnswer>;
  /**
   * What a schedule would come to, without storing it.
   *
   * @throws InputError when it is more than one answer holds.
   */
  preview(
    asked: PreviewSchedule,
    sight: PreviewSight,
  ): Promise<SchedulePreview>;
  schedules: ScheduleBook;
};

/**
 * @throws Error when two providers have the same id.
 */
export function createOnCall(
  deps: ScheduleDeps & {
    catalog: Catalog;
    /** Those of modules. The owner group and the schedules of the portal are always there. */
    providers: OnCallProvider[];
    logger: LoggerService;
  },
): OnCall {
  const ownerGroup = createOwnerGroupProvider(deps.catalog);
  const providers = new Map<string, OnCallProvider>();
  const own = [ownerGroup, createNativeProvider(deps)];
  for (const provider of [...own, ...deps.providers]) {
    if (providers.has(provider.id)) {
      throw new Error(`Two on-call providers have the id "${provider.id}".`);
    }
    providers.set(provider.id, provider);
  }
  return {
    answerFor: entityRef =>
      answerOnCall({ ...deps, providers, ownerGroup }, entityRef),
    preview: (asked, sight) => previewSchedule(deps.catalog, asked, sight),
    schedules: createScheduleBook(deps),
  };
}
