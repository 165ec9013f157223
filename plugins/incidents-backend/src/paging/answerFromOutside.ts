import {
  pageThread,
  type HeardAnswers,
  type IncidentNotifier,
} from 'backstage-plugin-incidents-node';
import { takeUpPage, type AnswerDeps } from './answerPage';
import { hearIncident } from './hearCalls';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';

/** What an answer did: `late` when somebody is on it already, or nobody is called any more. */
export type OutsideAnswer = 'acknowledged' | 'late' | 'unknown';

/**
 * “I am on it”, said where somebody was told by a notifier, by a name that only the other side knows. It holds for the episode of
 * the page that they were told of.
 */
export async function answerFromOutside(
  deps: AnswerDeps,
  { id, title }: IncidentNotifier,
  { thread, name }: HeardAnswers['answers'][number],
): Promise<OutsideAnswer> {
  const { database, incidents } = deps;
  const { pageId = '', episode } = pageThread.read(thread) ?? {};
  const known = await pageStore.find(database.read, pageId);
  const notices = await noticeStore.ofPages(database.read, [pageId]);
  const wasTold = notices.some(
    notice => notice.notifier === id && notice.episode === episode,
  );
  if (!known || !wasTold) return 'unknown';
  // What happened a moment ago may not have been heard yet.
  await hearIncident(deps, known.incidentKey);
  return database.write(async tx => {
    await incidents.hold(tx, known.incidentKey);
    const page = await pageStore.hold(tx, pageId);
    const isOpen = page?.status === 'waiting' || page?.status === 'exhausted';
    if (!page || !isOpen || page.episode !== episode) return 'late';
    await takeUpPage(deps, tx, {
      ...{ page, name, how: `in ${title}` },
      actor: { type: 'integration', ref: id },
    });
    return 'acknowledged';
  });
}
