import { readInstant } from '../instants';

/** How long Amazon SNS tries to deliver a message, which keeps its instant; a shorter time would lose what comes after an outage. */
const tried = 60 * 60_000;
const clocksApart = 5 * 60_000;

/**
 * Whether a message was signed so recently that it may be a first or a repeated try of Amazon SNS.
 *
 * @internal
 */
export function isRecent(timestamp: unknown, now: Date): boolean {
  const signedAt =
    typeof timestamp === 'string' ? readInstant(timestamp) : undefined;
  if (!signedAt) return false;
  const age = now.getTime() - signedAt.getTime();
  return age >= -clocksApart && age <= tried + clocksApart;
}
