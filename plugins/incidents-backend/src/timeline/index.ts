import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  Page,
  TimelineEntry,
  TimelineQuery,
} from 'backstage-plugin-incidents-common';
import { afterCommit, type Database, type Tx } from '../platform/database';
import type { NewId } from '../platform/identity';
import type { EntryDraft } from './entry';
import { createPublisher } from './publish';
import { timelineStore } from './store';

export { keyOf, numberOf, type Decision, type EntryDraft } from './entry';
export { timelineTopic } from './publish';

/** The memory of what happened, written in the transaction that made it happen. */
export type Timeline = {
  /** Writes entries; they are told to others only once `tx` has committed. */
  record(tx: Tx, drafts: EntryDraft[], at: Date): Promise<TimelineEntry[]>;
  of(incidentKey: string, query: TimelineQuery): Promise<Page<TimelineEntry>>;
  /** Tells entries that were not told for too long; answers how many. */
  sweep(): Promise<number>;
};

export function createTimeline(deps: {
  database: Database;
  events: EventsService;
  signals: SignalsService;
  logger: LoggerService;
  clock: { now(): Date };
  newId: NewId;
}): Timeline {
  const publisher = createPublisher(deps);
  return {
    async record(tx, drafts, at) {
      const entries = drafts.map(draft => ({
        ...draft,
        // PostgreSQL cannot keep it; details are JSON, where it is escaped.
        text: draft.text.replaceAll('\u0000', ''),
        details: draft.details ?? {},
        id: deps.newId(),
        at: at.toISOString(),
      }));
      if (entries.length === 0) return entries;
      await timelineStore.append(tx, entries);
      afterCommit(tx, () => publisher.tell(entries));
      return entries;
    },
    of: (incidentKey, query) =>
      timelineStore.list(deps.database.read, { incidentKey }, query),
    sweep: publisher.sweep,
  };
}
