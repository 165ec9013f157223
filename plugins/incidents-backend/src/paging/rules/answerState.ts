import type { Actor } from 'backstage-plugin-incidents-common';
import type { KeptNotice } from './notice';
import type { KeptPage } from './page';

/** What a link that says “I am on it” can still do. */
export type AnswerState =
  | { state: 'ready' }
  /** Somebody is on it, perhaps by this link. */
  | { state: 'taken'; by: Actor; at: Date }
  /** It has done its work, and people were called again since. */
  | { state: 'used' }
  | { state: 'expired' }
  /** Nobody is called any more. */
  | { state: 'over' };

export function answerState(
  page: KeptPage,
  { answeredAt }: Pick<KeptNotice, 'answeredAt'>,
  { until, now }: { until: Date; now: Date },
): AnswerState {
  if (page.status === 'ended') return { state: 'over' };
  const { acknowledgedBy: by, acknowledgedAt: at } = page;
  if (page.status === 'acknowledged' && by && at) {
    return { state: 'taken', by, at };
  }
  if (answeredAt) return { state: 'used' };
  return { state: now < until ? 'ready' : 'expired' };
}
