import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  shiftRequestLifecycle,
  type ShiftRequestStatus,
  type ShiftSpan,
} from 'backstage-plugin-incidents-common';

/** A request as it is kept: people by their refs. */
export type KeptRequest = {
  id: string;
  /** By its name. */
  schedule: string;
  kind: 'take' | 'swap';
  status: ShiftRequestStatus;
  level: string;
  asker: string;
  mine: ShiftSpan;
  /** Of a swap. */
  theirs?: ShiftSpan;
  /** Whether it was asked of everybody of the schedule. */
  everybody: boolean;
  /** Each of them may accept. */
  asked: string[];
  declined: string[];
  note?: string;
  answeredBy?: string;
  /** Of the override or swap that was made when it was accepted. */
  amendmentId?: string;
  createdAt: string;
  expiresAt: string;
  closedAt?: string;
  version: number;
};

/** What a person may do with a request. */
export type RequestDeed = 'accept' | 'decline' | 'withdraw';

type Answer = { deed: RequestDeed; user: string; who?: string };

/** Nothing once it is over, or its first shift has begun. Who has declined what everybody was asked may still accept. */
export function deedsOf(
  request: KeptRequest,
  user: string,
  now: Date,
): RequestDeed[] {
  const { status, expiresAt, asker, asked, declined } = request;
  if (status !== 'open' || Date.parse(expiresAt) <= now.getTime()) return [];
  if (user === asker) return ['withdraw'];
  if (!asked.includes(user)) return [];
  return declined.includes(user) ? ['accept'] : ['accept', 'decline'];
}

/**
 * What becomes of a request by what a person does. What everybody was asked is declined when the last of them has.
 *
 * @param who - How whoever has the shift is called, for those who may know it.
 * @throws ConflictError when it is over; NotAllowedError when it is not for them.
 */
export function answerRequest(
  request: KeptRequest,
  answer: Answer,
  now: Date,
): KeptRequest {
  const { deed, user } = answer;
  refuseOver(request, answer, now);
  if (!deedsOf(request, user, now).includes(deed))
    refuseOthers(request, answer);
  if (deed === 'decline') {
    const declined = [...request.declined, user];
    const isLast = request.asked.every(ref => declined.includes(ref));
    return isLast
      ? { ...closed(request, deed, now), declined, answeredBy: user }
      : { ...request, declined, version: request.version + 1 };
  }
  return {
    ...closed(request, deed, now),
    ...(deed === 'accept' && { answeredBy: user }),
  };
}

/** Nobody has answered until its first shift began. */
export function expireRequest(request: KeptRequest, now: Date): KeptRequest {
  return closed(request, 'expire', now);
}

function closed(
  request: KeptRequest,
  deed: RequestDeed | 'expire',
  now: Date,
): KeptRequest {
  const status = shiftRequestLifecycle[request.status][deed]!;
  const version = request.version + 1;
  return { ...request, status, closedAt: now.toISOString(), version };
}

function refuseOver(
  { status, expiresAt }: KeptRequest,
  { who = 'somebody else' }: { who?: string },
  now: Date,
): void {
  const sentences: Record<ShiftRequestStatus, string | undefined> = {
    accepted: `It is taken already: ${who} has it`,
    declined: 'It was declined already',
    withdrawn: 'It was withdrawn',
    expired: 'It has expired: its first shift has begun',
    open: undefined,
  };
  const isLate = Date.parse(expiresAt) <= now.getTime();
  const sentence = sentences[isLate && status === 'open' ? 'expired' : status];
  if (sentence) throw new ConflictError(sentence);
}

function refuseOthers({ asked }: KeptRequest, answer: Answer): never {
  const { deed, user } = answer;
  if (deed === 'withdraw') {
    throw new NotAllowedError(
      'Somebody else has asked this: only they can withdraw it',
    );
  }
  if (asked.includes(user))
    throw new ConflictError('You have declined it already');
  throw new NotAllowedError('It was not asked of you');
}
