import { afterCommit, type Tx } from '../platform/database';
import { flappingStore } from './flappingStore';
import type { IngestDeps } from './ingestSignals';
import { calmDown } from './rules/flapping';
import { alertStore, type KeptAlert } from './store';
import type { TriageContext } from './triagePort';

const alertsPerRound = 200;

/**
 * Alerts that have flapped and been calm for long enough are ordinary ones again: those that their monitor resolved are over now,
 * for their incidents too, and those that fire take theirs up again if it is over. Answers how many there were.
 */
export async function calmFlapping(deps: IngestDeps): Promise<number> {
  const { database, clock } = deps;
  let total = 0;
  while (await flappingStore.hasCalm(database.read, clock.now())) {
    const index = await deps.catalog.index().catch(() => undefined);
    total += await database.write(tx =>
      calmSome(deps, tx, { now: clock.now(), index }),
    );
  }
  return total;
}

async function calmSome(
  deps: IngestDeps,
  tx: Tx,
  context: TriageContext,
): Promise<number> {
  const { now } = context;
  const held = await flappingStore.holdCalm(tx, now, alertsPerRound);
  const calmed = held.map(calm);
  const alertsThat = (isOver: boolean) =>
    calmed.filter(one => one.isOver === isOver).map(({ kept }) => kept.alert);
  const { because, rows, after } = await deps.triage(
    tx,
    {
      ...{ opened: [], worsened: [], acknowledged: [] },
      repeated: alertsThat(false),
      resolved: alertsThat(true),
    },
    context,
  );
  await deps.timeline.record(
    tx,
    [...calmed.flatMap(one => one.because), ...because],
    now,
    [...rows, ...alertStore.toRows(calmed.map(({ kept }) => kept))],
  );
  afterCommit(tx, () => after('written'));
  return held.length;
}

function calm(kept: KeptAlert) {
  const { after, ...decided } = calmDown(kept.alert);
  return { ...decided, kept: { ...kept, alert: after, unrest: undefined } };
}
