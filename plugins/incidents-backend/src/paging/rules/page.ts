import type {
  Actor,
  OnCallPageStatus,
} from 'backstage-plugin-incidents-common';

/** Whom a step calls; exactly one of the first six is there. */
export type Target = {
  /** Of whoever is on call for `entityRef`, else for the incident. */
  level?: number;
  user?: string;
  group?: string;
  /** The lead of the group that owns the incident's entity. */
  lead?: true;
  /** Id of one of `incidents.escalation.webhooks`. */
  webhook?: string;
  notifier?: string;
  entityRef?: string;
  /** For the notifier. */
  settings?: Record<string, unknown>;
};

export type EscalationStep = {
  /** Milliseconds from the beginning of a round. */
  after: number;
  targets: Target[];
};

/** How people are searched for; a page keeps a copy. Times are milliseconds. */
export type EscalationPolicy = {
  id: string;
  steps: EscalationStep[];
  rounds: number;
  roundLasts: number;
  acknowledgedFor: number;
  /** Called when a step finds nobody. */
  fallback: Target[];
  /** Called when nobody has answered in any round. */
  finalAlarm: Target[];
};

/** The search for somebody who takes up an incident. Its `version` is the one that was read; 0 before it is written first. */
export type KeptPage = {
  id: string;
  incidentKey: string;
  policy: EscalationPolicy;
  because: string;
  status: OnCallPageStatus;
  round: number;
  /** Steps of this round that have been taken. */
  step: number;
  /** Another one each time that people are called anew after somebody answered; from 1. */
  episode: number;
  startedAt: Date;
  dueAt?: Date;
  acknowledgedBy?: Actor;
  acknowledgedAt?: Date;
  endedAt?: Date;
  version: number;
};

/** What is to be done about a page whose time has come. */
export type Move = 'step' | 'round' | 'exhaust' | 'silence' | 'nothing';

export function nextMove({ status, step, round, policy }: KeptPage): Move {
  if (status === 'acknowledged') return 'silence';
  if (status !== 'waiting') return 'nothing';
  if (step < policy.steps.length) return 'step';
  return round < policy.rounds ? 'round' : 'exhaust';
}

/**
 * A step was taken. The next one comes as long after it as the policy sets them apart, so that a portal that was away does not call
 * all levels at once when it is back; at once, if nobody could be reached. A round is never cut short.
 */
export function afterStep(
  page: KeptPage,
  { reached, now }: { reached: boolean; now: Date },
): KeptPage {
  const { steps, roundLasts } = page.policy;
  const step = page.step + 1;
  const { after } = steps[page.step];
  const isLast = step >= steps.length;
  const pause = (isLast ? roundLasts : steps[step].after) - after;
  return {
    ...page,
    step,
    dueAt: later(now, reached || isLast ? pause : 0),
  };
}

/** A new round begins with its first step. */
export function nextRound(page: KeptPage, now: Date): KeptPage {
  const [{ after }] = page.policy.steps;
  return {
    ...{ ...page, round: page.round + 1, step: 0 },
    dueAt: later(now, after),
  };
}

/** Nobody waits for whom no notice can reach: the next step is taken now. The round lasts as long as ever. */
export function hurry(page: KeptPage, now: Date): KeptPage | undefined {
  const isWaiting = page.status === 'waiting' && page.dueAt;
  const isWithin = page.step < page.policy.steps.length;
  if (!isWaiting || !isWithin || page.dueAt! <= now) return undefined;
  return { ...page, dueAt: now };
}

export function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
