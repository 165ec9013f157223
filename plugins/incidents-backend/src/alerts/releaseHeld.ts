import type { Alert } from 'backstage-plugin-incidents-common';
import { afterCommit, type Reader, type Tx } from '../platform/database';
import type { EntryDraft } from '../timeline';
import type { IngestDeps } from './ingestSignals';
import { openingStore } from './openingStore';
import { holdOf, kindOf, type Holds } from './rules/holdOf';
import { coveredBy, endOfMaintenance } from './rules/maintenanceOf';
import { unsettled } from './rules/openAlert';
import { endOf } from './rules/silenceOf';
import { silenceStore } from './silenceStore';
import { alertStore, type KeptAlert } from './store';
import type { TriageContext } from './triagePort';

const alertsPerRound = 200;

/** An alert that nothing holds any more, and how that came. */
type Released = { kept: KeptAlert; why: string };

/** What holds alerts for some time. */
type Keeper = {
  actor: string;
  hasReleased(reader: Reader, now: Date): Promise<boolean>;
  holdReleased(tx: Tx, now: Date, limit: number): Promise<Released[]>;
};

const keepers: Keeper[] = [
  {
    actor: 'silences',
    hasReleased: silenceStore.hasReleased,
    async holdReleased(...of) {
      const ended = await silenceStore.holdReleased(...of);
      return ended.map(({ kept, silence }) => ({ kept, why: endOf(silence) }));
    },
  },
  {
    actor: 'maintenance',
    hasReleased: openingStore.hasReleased,
    async holdReleased(...of) {
      const ended = await openingStore.holdReleased(...of);
      return ended.map(({ kept, opening }) => ({
        kept,
        why: endOfMaintenance(opening),
      }));
    },
  },
];

/**
 * Alerts that fire on after the silence or the maintenance that held them has ended go their way as if they opened now; another one
 * may hold them on. Answers how many there were.
 */
export async function releaseHeld(deps: IngestDeps): Promise<number> {
  const { database, clock } = deps;
  let total = 0;
  for (const keeper of keepers) {
    while (await keeper.hasReleased(database.read, clock.now())) {
      const index = await deps.catalog.index().catch(() => undefined);
      total += await database.write(tx =>
        releaseSome(deps, tx, { keeper, now: clock.now(), index }),
      );
    }
  }
  return total;
}

async function releaseSome(
  deps: IngestDeps,
  tx: Tx,
  { keeper, ...context }: TriageContext & { keeper: Keeper },
): Promise<number> {
  const { now } = context;
  const holds = await holdsNow(tx, context);
  const ended = await keeper.holdReleased(tx, now, alertsPerRound);
  const judged = ended.map(released => judge(released, holds, now));
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
  const settled = judged.map(({ kept, why }) => {
    const alert = { ...kept.alert, ...answers.get(kept.alert.id) };
    const { outcome, reason } = alert.triage;
    const triage = { outcome, reason: `${why}; ${reason}` };
    return { ...kept, alert: { ...alert, triage } };
  });
  await deps.timeline.record(
    tx,
    [
      ...settled.map(({ alert }) => releasedEntry(alert, keeper.actor)),
      ...because,
    ],
    now,
    [...rows, ...alertStore.toRows(settled)],
  );
  afterCommit(tx, () => after('written'));
  return ended.length;
}

/** As they are now, whatever this process remembers: an ended one must not hold its alerts again. */
async function holdsNow(tx: Tx, { now, index }: TriageContext): Promise<Holds> {
  const silences = await silenceStore.unended(tx, now);
  const open = await openingStore.current(tx, { now, until: now });
  const maintenance = open.map(one => ({
    ...one,
    covered: coveredBy(one.entityRefs, index),
  }));
  return { silences, maintenance };
}

function judge(
  { kept, why }: Released,
  holds: Holds,
  now: Date,
): Released & { isHeld: boolean } {
  const { alert } = kept;
  const next = holdOf(holds, alert, now);
  const triage = next?.triage ?? unsettled(alert);
  return {
    why,
    isHeld: next !== undefined,
    kept: { ...kept, ...next?.hold, alert: { ...alert, triage } },
  };
}

function releasedEntry(alert: Alert, actor: string): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  return {
    kind: kindOf(alert),
    actor: { type: 'system', ref: actor },
    text: `${title}: ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
