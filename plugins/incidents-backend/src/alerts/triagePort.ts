import type { Actor, Alert, Triage } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Reader } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';
import type { EntryDraft } from '../timeline';

/** What a commit changes about alerts, as far as incidents care. */
export type AlertChanges = {
  /** New episodes, with an entity or without. */
  opened: Alert[];
  /** Fired once more; their incident may have been resolved too early. */
  repeated: Alert[];
  /** Firing on, but worse than before. */
  worsened: Alert[];
  acknowledged: Alert[];
  resolved: Alert[];
};

export type TriageAnswer = { triage: Triage; incidentKey?: string };

export type TriageContext = {
  now: Date;
  /** The picture of the catalog by which the alerts were routed and judged. */
  index: CatalogIndex | undefined;
  /** Who did it, when it was not the monitors of the alerts by themselves. */
  actor?: Actor;
  /** The person who wants an incident of what opens, whatever policy says. */
  asked?: Actor;
};

/** In words: where an alert that opens belongs, and which line of config says what becomes of it. */
export type ExplainTriage = (
  alert: Alert,
  index: CatalogIndex | undefined,
) => {
  group: { result: string; reason: string };
  policy: string;
};

export type TriageResult = {
  /** By alert id, for those that were opened. */
  answers: Map<string, TriageAnswer>;
  /** What happened to incidents by it; to be told after what happened to the alerts. */
  because: EntryDraft[];
  /** What is to be written of incidents, together with the alerts. */
  rows: RowWrite[];
  /** To be called once that is committed, or was refused because another writer was faster. */
  after(outcome: 'written' | 'refused'): void;
};

/**
 * The floor above decides what becomes of alerts, in the same transaction if there is one; bound in `suite.ts`.
 *
 * @throws WriteConflict when it must hold what it counts on, and `reader` is not inside a transaction.
 */
export type TriageAlerts = (
  reader: Reader,
  changes: AlertChanges,
  context: TriageContext,
) => Promise<TriageResult>;
