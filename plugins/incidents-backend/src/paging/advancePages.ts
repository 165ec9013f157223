import type { LoggerService } from '@backstage/backend-plugin-api';
import { reasonOf } from '../platform/sentences';
import type { Tx } from '../platform/database';
import { findPeople, type FindDeps, type Finding } from './findPeople';
import { followUp } from './followUp';
import { finish, type HearDeps } from './hearCalls';
import type { PagedIncident } from './incidentPort';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { exhaust, reviewSilence } from './rules/answerPage';
import { isOver } from './rules/beginPage';
import { nextMove, nextRound, afterStep, type KeptPage } from './rules/page';
import { noticesFor, stepEntries } from './rules/takeStep';

export type AdvanceDeps = HearDeps & FindDeps & { logger: LoggerService };

const perRound = 100;
/** Milliseconds for which a step waits until somebody can say who is on call; then it calls nobody, and the next one comes. */
const patience = 120_000;
const actor = { type: 'system', ref: 'escalation' } as const;

/** Does what is due about pages; answers how many of them were changed. */
export async function advancePages(deps: AdvanceDeps): Promise<number> {
  const { database, clock, logger } = deps;
  const due = await pageStore.findDue(database.read, clock.now(), perRound);
  let advanced = 0;
  for (const page of due) {
    try {
      if (await advance(deps, page)) advanced += 1;
    } catch (error) {
      // It stays due; a page that stands still must not hold up the others.
      logger.warn(
        `The page of ${page.incidentKey} waits for the next round: ${reasonOf(
          error,
        )}`,
      );
    }
  }
  return advanced;
}

/** What is far away is asked first; then the page is changed if it is still as it was, so that each step is taken once. */
async function advance(deps: AdvanceDeps, page: KeptPage): Promise<boolean> {
  const { database, incidents, clock } = deps;
  const incident = await incidents.find(database.read, page.incidentKey);
  const finding =
    incident && !isOver(incident)
      ? await findFor(deps, page, incident)
      : undefined;
  return database.write(async tx => {
    const held = await pageStore.hold(tx, page.id);
    // Another replica was faster, or somebody has answered.
    if (held?.version !== page.version) return false;
    const current = await incidents.find(tx, page.incidentKey);
    if (!current || isOver(current) || !finding) {
      const status = current?.status ?? 'gone';
      await finish(deps, tx, held, { status, actor });
      return true;
    }
    const now = clock.now();
    const move = nextMove(held);
    if (move === 'step') await step(deps, tx, held, finding);
    else if (move === 'exhaust') await alarm(deps, tx, held, finding);
    else if (move === 'silence') await review(deps, tx, held);
    else await pageStore.save(tx, nextRound(held, now));
    return true;
  });
}

async function findFor(
  deps: AdvanceDeps,
  page: KeptPage,
  { entityRefs: [entityRef] }: PagedIncident,
): Promise<Finding> {
  const { steps, fallback, finalAlarm } = page.policy;
  const move = nextMove(page);
  if (move !== 'step' && move !== 'exhaust') return { found: [], gaps: [] };
  const wanted =
    move === 'step'
      ? { targets: steps[page.step].targets, fallback }
      : { targets: finalAlarm, fallback: [] };
  try {
    return await findPeople(deps, entityRef, wanted);
  } catch (error) {
    const waited = deps.clock.now().getTime() - page.dueAt!.getTime();
    if (waited < patience) throw error;
    const gap = `Nobody could say whom to call: ${reasonOf(error)}`;
    return { found: [], gaps: [gap] };
  }
}

async function step(
  deps: AdvanceDeps,
  tx: Tx,
  page: KeptPage,
  finding: Finding,
): Promise<void> {
  const now = deps.clock.now();
  const reached = finding.found.length > 0;
  const answered = { pageId: page.id, from: ['sent' as const] };
  await noticeStore.mark(tx, answered, 'unanswered');
  await noticeStore.add(
    tx,
    noticesFor(page, finding.found, {
      ...{ now, newId: deps.newId, urgency: 'page', step: page.step },
    }),
  );
  await pageStore.save(tx, afterStep(page, { reached, now }));
  await deps.timeline.record(tx, stepEntries(page, finding), now);
}

async function alarm(
  deps: AdvanceDeps,
  tx: Tx,
  page: KeptPage,
  finding: Finding,
): Promise<void> {
  const now = deps.clock.now();
  const { after, because } = exhaust(page);
  const answered = { pageId: page.id, from: ['sent' as const] };
  await noticeStore.mark(tx, answered, 'unanswered');
  await noticeStore.add(
    tx,
    noticesFor(page, finding.found, {
      ...{ now, newId: deps.newId, urgency: 'final' },
    }),
  );
  await pageStore.save(tx, after);
  await deps.timeline.record(
    tx,
    [...because, ...stepEntries(page, finding)],
    now,
  );
}

async function review(
  deps: AdvanceDeps,
  tx: Tx,
  page: KeptPage,
): Promise<void> {
  const { timeline, clock } = deps;
  const now = clock.now();
  const active = await timeline.lastByPerson(
    tx,
    page.incidentKey,
    page.acknowledgedAt ?? now,
  );
  const { after, because } = reviewSilence(page, { active, now });
  if (after.episode !== page.episode) {
    await followUp(deps, tx, { page, news: 'over' });
  }
  await pageStore.save(tx, after);
  await timeline.record(tx, because, now);
}
