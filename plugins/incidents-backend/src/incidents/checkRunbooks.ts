import type {
  Incident,
  RunbookAnswer,
} from 'backstage-plugin-incidents-common';
import type { Alerts } from '../alerts';
import type { Catalog } from '../platform/catalog';
import type { Runbooks } from '../runbooks';
import type { EntryDraft } from '../timeline';
import type { ChangeDeps } from './changeIncident';
import { alertsOf } from './readIncident';
import { incidentStore } from './store';

export type CheckDeps = ChangeDeps & {
  alerts: Alerts;
  runbooks: Runbooks;
  catalog: Catalog;
};

const perRound = 50;
const patience = 10 * 60 * 1000;
const actor = { type: 'system', ref: 'runbooks' } as const;

/**
 * Looks up the runbook of every new incident and says on its timeline which one it is, or that there is none: a gap that somebody
 * should close. After the commit, because runbooks are read from far away. Answers how many were looked at.
 */
export async function checkRunbooks(deps: CheckDeps): Promise<number> {
  // Without the catalog nobody can tell: the next round will.
  const index = await deps.catalog.index().catch(() => undefined);
  if (!index) return 0;
  const unchecked = await incidentStore.findUnchecked(
    deps.database.read,
    perRound,
  );
  for (const { incident } of unchecked) {
    const answer = await answerOrProblem(deps, incident);
    if (isWorthAnotherTry(answer, incident, deps.clock.now())) continue;
    const state = answer.items[0] ? 'found' : 'missing';
    await deps.database.write(async tx => {
      const isFirst = await incidentStore.markRunbook(tx, incident.key, state);
      // Another replica was faster.
      if (!isFirst) return;
      const entry = entryOf(incident, answer);
      await deps.timeline.record(tx, [entry], deps.clock.now());
    });
  }
  return unchecked.length;
}

/** A folder that cannot be read at the moment is not a gap yet. */
function isWorthAnotherTry(
  { items, problems }: RunbookAnswer,
  { declaredAt }: Incident,
  now: Date,
): boolean {
  const isYoung = now.getTime() - Date.parse(declaredAt) < patience;
  return items.length === 0 && problems.length > 0 && isYoung;
}

async function answerOrProblem(
  { alerts, runbooks }: CheckDeps,
  { key, entityRefs, severity }: Incident,
): Promise<RunbookAnswer> {
  try {
    return await runbooks.answerFor({
      entityRef: entityRefs[0],
      alerts: await alertsOf(alerts, key),
      severity,
    });
  } catch (error) {
    return { items: [], problems: [(error as Error).message] };
  }
}

function entryOf(
  { key, entityRefs }: Incident,
  answer: RunbookAnswer,
): EntryDraft {
  const [best] = answer.items;
  if (!best) {
    return {
      kind: 'runbook.missing',
      actor,
      text: `No runbook for this alert on ${entityRefs[0]}`,
      details: { entityRef: entityRefs[0], problems: answer.problems },
      incidentKey: key,
    };
  }
  return {
    kind: 'runbook.found',
    actor,
    text: `Runbook: ${best.title}. ${best.because}`,
    details: { title: best.title, url: best.url, because: best.because },
    incidentKey: key,
  };
}
