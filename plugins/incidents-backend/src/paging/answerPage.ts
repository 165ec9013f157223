import { ConflictError } from '@backstage/errors';
import type { Actor } from 'backstage-plugin-incidents-common';
import { afterCommit, type Tx } from '../platform/database';
import type { Bell } from '../platform/bell';
import { followUp } from './followUp';
import { hearIncident, settleNotices, type HearDeps } from './hearCalls';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { acknowledge, handOn } from './rules/answerPage';
import type { KeptPage } from './rules/page';

export type AnswerDeps = HearDeps & { bell: Bell };

type By = { actor: Actor };

/**
 * “I am on it”: nobody else is called, and the incident is investigated from now on.
 *
 * @throws NotFoundError; ConflictError when nobody is being called for it.
 */
export async function acknowledgePage(
  deps: AnswerDeps,
  key: string,
  { actor, how }: By & { how: string },
): Promise<void> {
  await answer(deps, key, (tx, page) =>
    takeUpPage(deps, tx, { page, actor, how }),
  );
}

/** The same for a page that is held together with its incident. */
export async function takeUpPage(
  deps: AnswerDeps,
  tx: Tx,
  { page, ...by }: By & { page: KeptPage; how: string; name?: string },
): Promise<void> {
  const { incidents, timeline, clock, bell } = deps;
  const now = clock.now();
  const { actor } = by;
  const decided = acknowledge(page, { ...by, now });
  if (!decided) return;
  const key = page.incidentKey;
  const taken = await incidents.takeUp(tx, key, { actor, now });
  await settleNotices(deps, tx, decided.after);
  await timeline.record(tx, taken, now);
  await pageStore.save(tx, decided.after);
  await timeline.record(tx, decided.because, now);
  afterCommit(tx, () => bell.ring());
}

/**
 * “Not me, next”.
 *
 * @throws NotFoundError; ConflictError when nobody is being called for it, or nobody is left.
 */
export async function handOnPage(
  deps: AnswerDeps,
  key: string,
  { actor, note }: By & { note?: string },
): Promise<void> {
  await answer(deps, key, async (tx, page) => {
    await noticeStore.mark(
      tx,
      {
        pageId: page.id,
        from: ['due', 'sent', 'unanswered', 'acknowledged'],
        person: actor.ref,
      },
      'handed-on',
    );
    const now = deps.clock.now();
    const { after, because } = handOn(page, { actor, note, now });
    if (after.episode !== page.episode) {
      await followUp(deps, tx, { page, news: 'over' });
    }
    await pageStore.save(tx, after);
    await deps.timeline.record(tx, because, now);
    afterCommit(tx, () => deps.bell.ring());
  });
}

/** Holds the incident, then its page, as all do who need both. */
async function answer(
  deps: AnswerDeps,
  key: string,
  work: (tx: Tx, page: KeptPage) => Promise<void>,
): Promise<void> {
  // What happened a moment ago may not have been heard yet.
  await hearIncident(
    deps,
    key,
    await deps.catalog.index().catch(() => undefined),
  );
  await deps.database.write(async tx => {
    const incident = await deps.incidents.hold(tx, key);
    const page = await pageStore.holdOpen(tx, key);
    if (!page) {
      throw new ConflictError(
        `Nobody is being paged for ${key}, which is ${incident.status}`,
      );
    }
    await work(tx, page);
  });
}
