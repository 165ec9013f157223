import type {
  Actor,
  Alert,
  AlertReceipt,
} from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { Decision } from '../../timeline';

export type FoldContext = {
  now: Date;
  actor: Actor;
  /** This very delivery was here before: what it says may be news, but it is not another occurrence. */
  repeated: boolean;
};

export type Fold =
  /** A new episode begins. */
  | { became: 'opened'; reason: string }
  | {
      became: Exclude<
        AlertReceipt['became'],
        'opened' | 'placed' | 'unchanged'
      >;
      reason: string;
      decision: Decision<Alert>;
    }
  | { became: 'unchanged'; reason: string };

/**
 * What a signal means for the latest episode of its fingerprint. Out of order, twice or late: the result is the same as if each
 * had come once and in time.
 */
export function foldSignal(
  known: Alert | undefined,
  signal: AlertSignal,
  context: FoldContext,
): Fold {
  const open = known && known.status !== 'resolved' ? known : undefined;
  if (signal.status === 'firing') {
    return open ? fireAgain(open, signal, context) : fire(known, signal);
  }
  if (!open) return unchanged('no alert is open under this fingerprint');
  return signal.status === 'resolved'
    ? resolve(open, signal, context)
    : acknowledge(open, context);
}

function fire(last: Alert | undefined, signal: AlertSignal): Fold {
  const isLate =
    last &&
    signal.startedAt &&
    signal.startedAt.getTime() <= Date.parse(last.startedAt);
  return isLate
    ? unchanged('this episode is resolved already; the firing came late')
    : { became: 'opened', reason: 'it was not open' };
}

function fireAgain(
  open: Alert,
  signal: AlertSignal,
  { now, actor, repeated }: FoldContext,
): Fold {
  if (repeated) return unchanged('this delivery was received before');
  const occurrences = open.occurrences + 1;
  const reason = `it fires again, ${occurrences} times by now`;
  return {
    became: 'repeated',
    reason,
    decision: {
      after: {
        ...open,
        occurrences,
        lastFiredAt: now.toISOString(),
        description: signal.description ?? open.description,
        labels: signal.labels,
        links: signal.links,
      },
      because: [
        {
          kind: 'alert.repeated',
          actor,
          text: `${open.title} fires again (${occurrences})`,
          details: { title: open.title, occurrences },
          alertId: open.id,
          incidentKey: open.incidentKey,
        },
      ],
    },
  };
}

function resolve(
  open: Alert,
  signal: AlertSignal,
  { now, actor }: FoldContext,
): Fold {
  const endedAt = signal.resolvedAt ?? now;
  // Both dates are the monitor's own, so that no difference of clocks can make a true resolve look old.
  const isTheirs = signal.startedAt && signal.resolvedAt;
  if (isTheirs && endedAt.getTime() < Date.parse(open.startedAt)) {
    return unchanged('it resolves an earlier episode; a later one is open');
  }
  const resolvedAt = new Date(
    Math.max(endedAt.getTime(), Date.parse(open.startedAt)),
  ).toISOString();
  return {
    became: 'resolved',
    reason: 'its monitor resolved it',
    decision: {
      after: { ...open, status: 'resolved', resolvedAt },
      because: [
        {
          kind: 'alert.resolved',
          actor,
          text: `${open.title} is resolved by its monitor`,
          details: { title: open.title, resolvedAt },
          alertId: open.id,
          incidentKey: open.incidentKey,
        },
      ],
    },
  };
}

function acknowledge(open: Alert, { actor }: FoldContext): Fold {
  if (open.status === 'acknowledged') {
    return unchanged('it is acknowledged already');
  }
  return {
    became: 'acknowledged',
    reason: 'it was acknowledged where it came from',
    decision: {
      after: { ...open, status: 'acknowledged' },
      because: [
        {
          kind: 'alert.acknowledged',
          actor,
          text: `${open.title} was acknowledged where it came from`,
          details: { title: open.title },
          alertId: open.id,
          incidentKey: open.incidentKey,
        },
      ],
    },
  };
}

export function unchanged(reason: string): Fold {
  return { became: 'unchanged', reason };
}
