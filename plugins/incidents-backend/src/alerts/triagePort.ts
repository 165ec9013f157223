import type { Alert, Triage } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Tx } from '../platform/database';
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

export type TriageResult = {
  /** By alert id, for those that were opened. */
  answers: Map<string, TriageAnswer>;
  /** What happened to incidents by it; to be told after what happened to the alerts. */
  because: EntryDraft[];
};

/**
 * The floor above decides, in the same transaction, what becomes of alerts; bound in `suite.ts`.
 */
export type TriageAlerts = (
  tx: Tx,
  changes: AlertChanges,
  /** `index` is the picture of the catalog by which the alerts were routed and judged. */
  context: { now: Date; index: CatalogIndex | undefined },
) => Promise<TriageResult>;
