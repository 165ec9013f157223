import type { ReplayDeliveriesReply } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';

/** What a replay would do or has done, and how it goes on. */
export type ReplayedWords = {
  title: string;
  /** Deliveries that can be replayed, or were. */
  count: number;
  next?: string;
  /** Nothing has been done so far. */
  isPreview: boolean;
};

export function describeReplayed(
  reply: ReplayDeliveriesReply | undefined,
  t: Words,
): ReplayedWords {
  if (!reply) return { title: '', count: 0, isPreview: true };
  const { preview, items, nextCursor } = reply;
  const count = items.filter(({ failure }) => !failure).length;
  const title = preview
    ? t('replay.preview', { count })
    : t('replay.done', { count });
  return {
    title: count > 0 ? title : t('replay.none'),
    count,
    isPreview: preview,
    ...(nextCursor && { next: nextCursor }),
  };
}
