import type { Alert } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { momentOf, type Restless } from './flapping';
import {
  foldRestless,
  type RestlessContext,
  type RestlessFold,
} from './foldRestless';
import { unchanged } from './foldSignal';

type ReplayContext = Omit<RestlessContext, 'now' | 'repeated'> & {
  receivedAt: Date;
};

/**
 * What a signal of a delivery that is replayed means for the latest episode of its fingerprint: what it would have meant if it had
 * been read like this when it came. What came after it still holds, so that a replay neither brings back what is over nor ends
 * what has begun since. All of that is told by our own clock, since many monitors send no dates.
 */
export function foldReplay(
  known: Restless | undefined,
  signal: AlertSignal,
  context: ReplayContext,
): RestlessFold {
  const { receivedAt } = context;
  const asThen = () =>
    foldRestless(known, signal, {
      ...context,
      now: receivedAt,
      repeated: false,
    });
  if (!known) return asThen();
  // What flaps stays open, and is over all the same when its monitor said so last.
  const latest = known.alert.flapping ? momentOf(known) : known.alert;
  const stays = whyItStays(latest, signal, receivedAt);
  if (stays) return { fold: unchanged(stays), unrest: known.unrest };
  const isSaidBefore =
    signal.status === 'firing' &&
    latest.status !== 'resolved' &&
    !isAfter(receivedAt, latest.lastFiredAt);
  return isSaidBefore ? readAgain(known, signal, context) : asThen();
}

/** Whether an alert that is open fired again after a delivery came. */
export function isOutdated(
  open: Pick<Alert, 'lastFiredAt'>,
  receivedAt: Date,
): boolean {
  return isAfter(new Date(open.lastFiredAt), receivedAt.toISOString());
}

/** The reason why what came later holds; none when the delivery has something to say. */
function whyItStays(
  latest: Alert,
  { status }: AlertSignal,
  receivedAt: Date,
): string | undefined {
  if (latest.status === 'resolved') {
    return status === 'firing' && !isAfter(receivedAt, endOf(latest))
      ? 'this episode is resolved already; the firing came before its end'
      : undefined;
  }
  if (!isOutdated(latest, receivedAt)) return undefined;
  if (status === 'firing') {
    return 'it fired again after this delivery, which holds';
  }
  if (status === 'resolved') {
    return 'it fired again after this delivery, and is not over';
  }
  // A repetition does not take an acknowledgement back, but another episode has none yet.
  return isAfter(new Date(latest.startedAt), receivedAt.toISOString())
    ? 'it acknowledges an earlier episode; a later one is open'
    : undefined;
}

/** The last firing, as it is read today: not another occurrence, and no news for anybody. */
function readAgain(
  { alert, unrest }: Restless,
  { description, labels, links }: AlertSignal,
  { actor }: ReplayContext,
): RestlessFold {
  const { id, title, incidentKey } = alert;
  return {
    unrest,
    isHeld: true,
    fold: {
      became: 'repeated',
      reason: 'its last firing is read again, and counts once',
      decision: {
        after: {
          ...alert,
          ...{ description: description ?? alert.description, labels, links },
        },
        because: [
          {
            kind: 'alert.repeated',
            actor,
            text: `The last firing of ${title} is read again`,
            details: { title },
            ...{ alertId: id, incidentKey },
          },
        ],
      },
    },
  };
}

/** By whichever clock: the later one is the safe one. */
function endOf({ lastFiredAt, resolvedAt = lastFiredAt }: Alert): string {
  return lastFiredAt > resolvedAt ? lastFiredAt : resolvedAt;
}

function isAfter(at: Date, instant: string): boolean {
  return at.getTime() > Date.parse(instant);
}
