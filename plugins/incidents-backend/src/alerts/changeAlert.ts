import { NotFoundError } from '@backstage/errors';
import type { Alert } from 'backstage-plugin-incidents-common';
import { afterCommit, type Tx } from '../platform/database';
import type { EntryDraft } from '../timeline';
import { heldStore } from './heldStore';
import type { IngestDeps } from './ingestSignals';
import { alertStore, type KeptAlert } from './store';
import type { AlertChanges, TriageAnswer, TriageContext } from './triagePort';

export type HandDeps = Pick<
  IngestDeps,
  'database' | 'timeline' | 'triage' | 'clock'
>;

/** What a person's decision makes of an alert, before triage was asked. */
export type Handed = {
  after: Alert;
  /** What triage is to decide about. */
  changes: Partial<AlertChanges>;
  index: TriageContext['index'];
  /** What is told, once triage has settled the alert. */
  because(settled: Alert): EntryDraft[];
};

const noChanges: AlertChanges = {
  opened: [],
  repeated: [],
  worsened: [],
  acknowledged: [],
  resolved: [],
};

/** @throws NotFoundError */
export async function holdAlert(tx: Tx, id: string): Promise<KeptAlert> {
  const kept = await heldStore.byId(tx, id);
  if (!kept) throw new NotFoundError(`There is no alert ${id}`);
  return kept;
}

/** With what else of its entity was suggested. @throws NotFoundError */
export async function holdSuggested(
  tx: Tx,
  id: string,
  most: number,
): Promise<KeptAlert[]> {
  const held = await heldStore.suggestedWith(tx, id, most);
  if (held.some(({ alert }) => alert.id === id)) return held;
  throw new NotFoundError(`There is no alert ${id}`);
}

/** Writes what a person decided about one alert, together with what that means for incidents. */
export async function writeHanded(
  deps: HandDeps,
  tx: Tx,
  kept: KeptAlert,
  handed: Handed & Pick<TriageContext, 'now' | 'actor'>,
): Promise<Alert> {
  const { after, changes, now, index, actor } = handed;
  const triaged = await deps.triage(
    tx,
    { ...noChanges, ...changes },
    { now, index, actor },
  );
  const answer: TriageAnswer | undefined = triaged.answers.get(after.id);
  const settled = { ...after, ...answer };
  await deps.timeline.record(
    tx,
    [...handed.because(settled), ...triaged.because],
    now,
    [...triaged.rows, ...alertStore.toRows([{ ...kept, alert: settled }])],
  );
  afterCommit(tx, () => triaged.after('written'));
  return settled;
}
