import { createHash } from 'node:crypto';
import { durationInWords } from '../../platform/durationInWords';

/** How asking about one target fares. */
export type Fare = {
  provider: string;
  target: string;
  triedAt: Date;
  readAt?: Date;
  failure?: string;
  failingSince?: Date;
};

/** Milliseconds after which something that failed is tried again, if it is not asked more often anyhow. */
const soonAgain = 2 * 60_000;
/** By how much of the interval targets are spread, so that a hundred of them are not asked in one second. */
const spread = 0.2;
/** Milliseconds by which one may be asked early: a task does not come to the second. */
const early = 5_000;

/**
 * Whether it is time to ask again. The interval is a little shorter for each target in its own way, and the same on every replica
 * and after every restart.
 *
 * @param every - milliseconds
 */
export function isDue(
  fare: Fare | undefined,
  every: number,
  now: Date,
): boolean {
  if (!fare) return true;
  const interval = fare.failure ? Math.min(every, soonAgain) : every;
  const jitter = interval * spread * shareOf(fare);
  return fare.triedAt.getTime() + interval - jitter - early <= now.getTime();
}

/** Between 0 and 1. */
function shareOf({ provider, target }: Fare): number {
  const name = `${provider}:${target}`;
  return createHash('sha256').update(name).digest().readUInt16BE(0) / 0xffff;
}

/**
 * What is to be said about the age of an answer, when it is not simply fresh.
 *
 * @param every - milliseconds between two questions
 */
export function ageSentence(
  title: string,
  { readAt, failure, failingSince }: Omit<Fare, 'provider' | 'target'>,
  { every, now }: { every: number; now: Date },
): string | undefined {
  const age = now.getTime() - (readAt?.getTime() ?? now.getTime());
  const words = wordsOf(age);
  if (failure && failingSince) {
    return `${title} has not answered for ${words}; this is what it said then. It fails: ${failure}.`;
  }
  // Nobody has asked: the task stands still.
  return age > 3 * every
    ? `${title} was asked ${words} ago, and not since then.`
    : undefined;
}

function wordsOf(age: number): string {
  const minute = 60_000;
  return durationInWords(Math.max(minute, Math.floor(age / minute) * minute));
}
