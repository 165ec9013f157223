import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from './alertSource';

/**
 * What somebody is told when they are paged: enough to judge and to act, wherever it is read.
 *
 * @public
 */
export type PersonalNotice = {
  /**
   * The same for each attempt at the same notice. A send that was in flight when a process died is attempted again, so that who
   * receives it must tolerate repeats: deliver one key once, where that is possible.
   */
  idempotencyKey: string;
  /** The same for all that is told of one search for somebody, until they answer: see `pageThread`. */
  thread: string;
  incident: {
    key: string;
    title: string;
    severity: string;
    /** 1 is the worst. */
    severityRank: number;
    entityRefs: string[];
  };
  /** Absent when a channel is told, not a person. */
  person?: OnCallPerson;
  /** Why them, such as `level 1 (Primary)`. */
  target: string;
  /** What the escalation policy says about the target besides the id of the notifier. */
  settings: Record<string, unknown>;
  /** `final` when nobody has answered. */
  urgency: 'page' | 'final';
  round: number;
  /** What whoever asked for it by hand has to say. */
  note?: string;
  links: {
    incident: string;
    /** Where one says “I am on it”. */
    acknowledge: string;
    /**
     * Where this person says so without signing in, once and for some time: a secret of theirs, for ways that nobody else reads.
     * Absent for channels, and where config has no keys for it.
     */
    acknowledgeOnce?: string;
    runbook?: { title: string; url: string };
  };
};

/**
 * What became of an attempt. `ref` is how the other side calls what it took; `reason` is a sentence without secrets.
 *
 * @public
 */
export type NoticeOutcome =
  | { outcome: 'sent'; ref?: string }
  | { outcome: 'failed'; retry: boolean; reason: string };

/**
 * What became of a search for somebody: they are on it, or nobody is needed any more.
 *
 * @public
 */
export type PageNews = 'answered' | 'over';

/**
 * What the other side says back: who is on it, by the threads of what they were told. `remark` says why nobody is.
 *
 * @public
 */
export type HeardAnswers = {
  answers: Array<{
    thread: string;
    /** How the other side calls them. */
    name: string;
  }>;
  remark?: string;
};

/**
 * A way to reach people, or channels that escalation policies name. It only tries: waiting, trying again, giving up and asking
 * the next person are done for it.
 *
 * @public
 */
export interface IncidentNotifier {
  /** What escalation policies name: lower-case letters, digits and dashes. */
  id: string;
  /** How it is called in sentences, such as `portal notification`. */
  title: string;
  /** Whether a person can be told by it. Channels are told only where a policy names this notifier. */
  reaches(person: OnCallPerson): boolean | Promise<boolean>;
  /** Answers within 15 seconds, or the attempt counts as failed. */
  notify(notice: PersonalNotice): Promise<NoticeOutcome>;
  /**
   * Tells whom it told before what became of it, so that they stop calling; for ways that call people by themselves. Tried again as
   * notices are, and may be told of what never arrived.
   */
  follow?(notice: PersonalNotice, news: PageNews): Promise<NoticeOutcome>;
  /** What is wrong with what a policy says about it, as the end of a sentence. Asked when the portal starts. */
  checkSettings?(settings: Record<string, unknown>): string | undefined;
  /**
   * Reads what comes to `POST /api/incidents/notifiers/<id>`, at which anybody may knock: it must check that it is genuine. By it
   * nothing is said but “I am on it”.
   *
   * @throws AuthenticationError when it is not genuine; InputError when it is not understood.
   */
  hear?(request: WebhookRequest): HeardAnswers;
}

/**
 * Where modules plug in their notifiers. A repeated id throws.
 *
 * @public
 */
export interface NotifiersExtensionPoint {
  addNotifiers(...notifiers: IncidentNotifier[]): void;
}

/**
 * Where a module plugs in its notifiers.
 *
 * @public
 */
export const notifiersExtensionPoint =
  createExtensionPoint<NotifiersExtensionPoint>({ id: 'incidents.notifiers' });
