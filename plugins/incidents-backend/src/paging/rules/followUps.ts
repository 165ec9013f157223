import type { PageNews } from 'backstage-plugin-incidents-node';
import type { KeptNotice } from './notice';
import type { KeptPage } from './page';

/** Those who may have heard of it, and so must hear what became of it. */
const heard: Array<KeptNotice['state']> = [
  'sending',
  'sent',
  'unanswered',
  'acknowledged',
  'handed-on',
];

/**
 * What is told of news to whoever was told in this episode of the page, each once, by ways that follow. An attempt that is under way
 * counts too: it may arrive.
 */
export function followUps(
  told: KeptNotice[],
  page: Pick<KeptPage, 'episode'>,
  about: {
    news: PageNews;
    follows: (notifier: string) => boolean;
    now: Date;
    newId: () => string;
  },
): KeptNotice[] {
  const { news, follows, now, newId } = about;
  const tries = ({ state, attempts }: KeptNotice) =>
    heard.includes(state) || (state === 'due' && attempts > 0);
  const first = new Map(
    told
      .filter(({ urgency }) => urgency === 'page' || urgency === 'final')
      .filter(({ episode }) => episode === page.episode)
      .filter(notice => follows(notice.notifier) && tries(notice))
      .map(notice => [sideOf(notice), notice]),
  );
  return [...first.values()].map(notice => ({
    ...{ id: newId(), pageId: notice.pageId, round: notice.round },
    ...{ episode: notice.episode, urgency: news, target: notice.target },
    ...(notice.person && { person: notice.person }),
    ...{ notifier: notice.notifier, settings: notice.settings },
    ...{ state: 'due' as const, attempts: 0 },
    ...{ createdAt: now, dueAt: now },
  }));
}

function sideOf({ notifier, settings, person }: KeptNotice): string {
  return JSON.stringify([notifier, settings, person?.ref]);
}
