import { afterCommit, type Tx } from '../platform/database';
import type { EntryDraft } from '../timeline';
import type { IngestDeps } from './ingestSignals';
import { unsettled } from './rules/openAlert';
import { endOf, silencedBy, silenceOf } from './rules/silenceOf';
import { silenceStore, type KeptSilence } from './silenceStore';
import { alertStore, type KeptAlert } from './store';
import type { TriageContext } from './triagePort';

const alertsPerRound = 200;

type Released = { kept: KeptAlert; silence: KeptSilence };

/**
 * Alerts that fire on after the silence that held them has ended go their way as if they opened now; another silence may hold them
 * on. Answers how many there were.
 */
export async function releaseSilenced(deps: IngestDeps): Promise<number> {
  const { database, clock } = deps;
  let total = 0;
  while (await silenceStore.hasReleased(database.read, clock.now())) {
    const index = await deps.catalog.index().catch(() => undefined);
    total += await database.write(tx =>
      releaseSome(deps, tx, { now: clock.now(), index }),
    );
  }
  return total;
}

async function releaseSome(
  deps: IngestDeps,
  tx: Tx,
  context: TriageContext,
): Promise<number> {
  const { now } = context;
  // As they are now, whatever this process remembers: an ended one must not hold its alerts again.
  const silences = await silenceStore.unended(tx, now);
  const ended = await silenceStore.holdReleased(tx, now, alertsPerRound);
  const judged = ended.map(released => judge(released, silences, now));
  const opened = judged
    .filter(({ isHeld }) => !isHeld)
    .map(({ kept }) => kept.alert);
  const { answers, because, rows, after } = await deps.triage(
    tx,
    {
      opened,
      acknowledged: opened.filter(({ status }) => status === 'acknowledged'),
      ...{ repeated: [], worsened: [], resolved: [] },
    },
    context,
  );
  const settled = judged.map(({ kept, why, isHeld }) => {
    const alert = { ...kept.alert, ...answers.get(kept.alert.id) };
    const { outcome, reason } = alert.triage;
    const triage = { outcome, reason: `${why}; ${reason}` };
    return { isHeld, kept: { ...kept, alert: { ...alert, triage } } };
  });
  await deps.timeline.record(
    tx,
    [...settled.map(releasedEntry), ...because],
    now,
    [...rows, ...alertStore.toRows(settled.map(({ kept }) => kept))],
  );
  afterCommit(tx, () => after('written'));
  return ended.length;
}

function judge(
  { kept, silence }: Released,
  silences: KeptSilence[],
  now: Date,
): { kept: KeptAlert; why: string; isHeld: boolean } {
  const why = endOf(silence);
  const { alert } = kept;
  const next = silenceOf(silences, alert, now);
  const triage = next ? silencedBy(next) : unsettled(alert);
  return {
    why,
    isHeld: next !== undefined,
    kept: {
      ...kept,
      silenceId: next?.id ?? kept.silenceId,
      alert: { ...alert, triage },
    },
  };
}

function releasedEntry({
  kept: { alert },
  isHeld,
}: {
  kept: KeptAlert;
  isHeld: boolean;
}): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  return {
    kind: isHeld ? 'alert.silenced' : 'alert.routed',
    actor: { type: 'system', ref: 'silences' },
    text: `${title}: ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
