import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  Page,
  TimelineEntry,
  TimelineQuery,
} from 'backstage-plugin-incidents-common';
import {
  afterCommit,
  type Database,
  type Reader,
  type Tx,
} from '../platform/database';
import type { NewId } from '../platform/identity';
import { writeAtOnce, writeRows, type RowWrite } from '../platform/writeRows';
import type { EntryDraft } from './entry';
import { createPublisher } from './publish';
import { timelineStore } from './store';

export { keyOf, numberOf, type Decision, type EntryDraft } from './entry';
export { timelineTopic } from './publish';

/** The memory of what happened, written in the transaction that made it happen. */
export type Timeline = {
  /**
   * Writes entries, and in the same statement the rows that they speak of; they are told to others only once `tx` has committed.
   *
   * @throws WriteConflict when one of the rows has changed since it was read.
   */
  record(
    tx: Tx,
    drafts: EntryDraft[],
    at: Date,
    rows?: RowWrite[],
  ): Promise<TimelineEntry[]>;
  /**
   * The same without a transaction, on PostgreSQL only.
   *
   * @throws an error of which `isConflict` is true, when one of the rows has changed since it was read or is there already.
   */
  recordAtOnce(
    drafts: EntryDraft[],
    at: Date,
    rows: RowWrite[],
  ): Promise<TimelineEntry[]>;
  of(incidentKey: string, query: TimelineQuery): Promise<Page<TimelineEntry>>;
  /** What happened to one alert, also that which its incident was not told. */
  ofAlert(alertId: string, query: TimelineQuery): Promise<Page<TimelineEntry>>;
  /** When a person did something in an incident last, after a moment. */
  lastByPerson(
    reader: Reader,
    incidentKey: string,
    after: Date,
  ): Promise<Date | undefined>;
  /** Tells entries that were not told for too long; answers how many. */
  sweep(): Promise<number>;
  /** How many entries nobody was told of yet, and since when. */
  waiting(): Promise<{ count: number; since?: string }>;
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
  const toEntries = (drafts: EntryDraft[], at: Date) =>
    drafts.map(draft => ({
      ...draft,
      // PostgreSQL cannot keep it; details are JSON, where it is escaped.
      text: draft.text.replaceAll('\u0000', ''),
      details: draft.details ?? {},
      id: deps.newId(),
      at: at.toISOString(),
    }));
  return {
    async record(tx, drafts, at, rows = []) {
      const entries = toEntries(drafts, at);
      await writeRows(tx, [...rows, ...timelineStore.toRows(entries)]);
      if (entries.length > 0) afterCommit(tx, () => publisher.tell(entries));
      return entries;
    },
    async recordAtOnce(drafts, at, rows) {
      const entries = toEntries(drafts, at);
      await writeAtOnce(deps.database.read, [
        ...rows,
        ...timelineStore.toRows(entries),
      ]);
      if (entries.length > 0) publisher.tell(entries);
      return entries;
    },
    of: (incidentKey, query) =>
      timelineStore.list(deps.database.read, { incidentKey }, query),
    ofAlert: (alertId, query) =>
      timelineStore.list(deps.database.read, { alertId }, query),
    lastByPerson: timelineStore.lastByPerson,
    sweep: publisher.sweep,
    waiting: () => timelineStore.waiting(deps.database.read),
  };
}
