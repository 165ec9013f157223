import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type {
  RunbookAnswer,
  RunbookContent,
} from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import { answerRunbooks } from './answerRunbooks';
import { readPlace } from './readPlace';
import { readRunbook } from './readRunbook';
import type { Occasion } from './rules/matchAlerts';
import type { RunbookSettings } from './settings';
import { createShelves } from './shelves';

export { readRunbookSettings, type RunbookSettings } from './settings';

/** What to do, for every alert and every entity: found, not searched for. */
export type Runbooks = {
  /**
   * Best first. Takes up to five seconds when a folder was never read and its host is slow.
   *
   * @throws Error with a sentence when nothing can be said, because the catalog does not answer or does not know the entity.
   */
  answerFor(request: Occasion & { entityRef: string }): Promise<RunbookAnswer>;
  /**
   * @throws NotFoundError when the entity has no runbook file with this id.
   */
  read(entityRef: string, id: string): Promise<RunbookContent>;
};

export function createRunbooks(deps: {
  catalog: Catalog;
  urlReader: UrlReaderService;
  settings: RunbookSettings;
  clock: Clock;
  logger: LoggerService;
}): Runbooks {
  const shelves = createShelves({
    ...deps,
    read: (place, etag) => readPlace(deps.urlReader, place, etag),
  });
  return {
    answerFor: request => answerRunbooks({ ...deps, shelves }, request),
    read: (entityRef, id) => readRunbook({ ...deps, shelves }, entityRef, id),
  };
}
