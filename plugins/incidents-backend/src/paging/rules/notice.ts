import type {
  OnCallPerson,
  PageNoticeState,
} from 'backstage-plugin-incidents-common';
import type { NoticeOutcome, PageNews } from 'backstage-plugin-incidents-node';
import { later, type KeptPage } from './page';

/** Somebody who is told, or a channel, by one way. Its id is its idempotency key. */
export type KeptNotice = {
  id: string;
  pageId: string;
  round: number;
  /** Of the policy, from 0; absent for what a person asked for and for the final alarm. */
  step?: number;
  /** That of the page when it was made. */
  episode: number;
  /** What is told: that somebody is called, or what became of it. */
  urgency: 'page' | 'final' | PageNews;
  target: string;
  person?: OnCallPerson;
  notifier: string;
  settings: Record<string, unknown>;
  note?: string;
  state: PageNoticeState;
  /** Attempts that were begun. */
  attempts: number;
  createdAt: Date;
  /** When it is to be sent; while it is being sent, when that counts as lost. */
  dueAt?: Date;
  sentAt?: Date;
  ref?: string;
  reason?: string;
  /** When it was answered by its link. */
  answeredAt?: Date;
};

const second = 1_000;
/** Longer than any attempt may take. */
const lease = 60 * second;
/** Pauses after the first, the second and the third attempt. Together less than two minutes: then the next person is asked. */
const pauses = [10 * second, 20 * second, 40 * second];

/** Somebody begins to send it; when they die, others begin anew after a while. */
export function claim({ attempts }: KeptNotice, now: Date) {
  return {
    state: 'sending' as const,
    attempts: attempts + 1,
    dueAt: later(now, lease),
  };
}

/** Whether it is still to be sent: nobody is woken for what has ended, nor by the policy once somebody is on it. */
export function isNeeded(
  { step, urgency, episode }: KeptNotice,
  { status, episode: current }: Pick<KeptPage, 'status' | 'episode'>,
): boolean {
  if (urgency === 'over') return true;
  if (urgency === 'answered') {
    return status === 'acknowledged' && episode === current;
  }
  if (status === 'acknowledged')
    return step === undefined && urgency === 'page';
  return status !== 'ended';
}

/** Attempts that end by the death of whoever made them count too. */
export function isSpent({ attempts }: KeptNotice): boolean {
  return attempts > pauses.length;
}

export type Settled = Pick<
  KeptNotice,
  'state' | 'dueAt' | 'sentAt' | 'ref' | 'reason'
>;

/** What an attempt leaves behind: it was sent, is tried again, or counts as unanswered. */
export function settle(
  notice: KeptNotice,
  outcome: NoticeOutcome,
  now: Date,
): Settled {
  if (outcome.outcome === 'sent') {
    const { ref } = outcome;
    return { state: 'sent', sentAt: now, dueAt: undefined, ref };
  }
  const { reason, retry } = outcome;
  if (!retry || isSpent(notice)) {
    return { state: 'failed', dueAt: undefined, reason };
  }
  const pause = pauses[notice.attempts - 1];
  return { state: 'due', dueAt: later(now, pause), reason };
}

/** Whether all who were told by the latest step can no longer be reached by it. */
export function isStepLost(
  notices: KeptNotice[],
  { round, step }: { round: number; step: number },
): boolean {
  const told = notices.filter(
    notice => notice.round === round && notice.step === step - 1,
  );
  // A page that was reopened takes the same steps again.
  const latest = Math.max(...told.map(({ createdAt }) => createdAt.getTime()));
  const latestTold = told.filter(
    ({ createdAt }) => createdAt.getTime() === latest,
  );
  return (
    latestTold.length > 0 && latestTold.every(({ state }) => state === 'failed')
  );
}
