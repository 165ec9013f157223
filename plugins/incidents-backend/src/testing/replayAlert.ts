import type { Alert, TimelineEntry } from 'backstage-plugin-incidents-common';

/** What the timeline of an alert alone says about it. */
export type ReplayedAlert = Pick<
  Alert,
  'status' | 'occurrences' | 'severity' | 'entityRef'
> & { flapping?: { changes: number; quietSince?: string } };

type Told = TimelineEntry['details'];

/**
 * Plays the entries of an alert, oldest first.
 *
 * @throws Error when an entry does not fit to those before it: then something happened that was not told.
 */
export function replayAlert(entries: TimelineEntry[]): ReplayedAlert {
  let alert: ReplayedAlert | undefined;
  for (const { kind, text, details } of entries) {
    const next = step(alert, kind, details);
    if (typeof next === 'string') throw new Error(`“${text}”, but ${next}`);
    alert = next;
  }
  if (!alert) throw new Error('nothing is told');
  return alert;
}

function step(
  alert: ReplayedAlert | undefined,
  kind: TimelineEntry['kind'],
  told: Told,
): ReplayedAlert | string {
  if (kind === 'alert.opened') return alert ? 'it was open' : open(told);
  if (!alert) return 'it was never opened';
  const isOpen = alert.status !== 'resolved';
  switch (kind) {
    case 'alert.repeated':
      if (!isOpen || alert.flapping) return 'it was over, or flaps';
      return repeat(alert, told);
    case 'alert.acknowledged':
      return alert.status === 'firing'
        ? { ...alert, status: 'acknowledged' }
        : 'it was not firing';
    case 'alert.resolved':
      return isOpen && !alert.flapping
        ? { ...alert, status: 'resolved' }
        : 'it was over, or flaps';
    case 'alert.routed':
    case 'alert.silenced':
    case 'alert.maintenance':
      return {
        ...alert,
        entityRef: told.entityRef as string | undefined,
        severity: String(told.severity),
      };
    case 'alert.flapping':
      return isOpen && !alert.flapping
        ? { ...alert, flapping: flapOf(told) }
        : 'it was over, or flapped';
    case 'alert.held':
      return alert.flapping ? hold(alert, told) : 'it did not flap';
    case 'alert.calm':
      return alert.flapping ? calm(alert, told) : 'it did not flap';
    default:
      return alert;
  }
}

function open({ severity, entityRef }: Told): ReplayedAlert {
  return {
    ...{ status: 'firing', occurrences: 1, severity: String(severity) },
    entityRef: entityRef as string | undefined,
  };
}

function repeat(alert: ReplayedAlert, told: Told): ReplayedAlert | string {
  if (told.to) return { ...alert, severity: String(told.to) };
  const occurrences = alert.occurrences + 1;
  return told.occurrences === occurrences
    ? { ...alert, occurrences }
    : `it had fired ${alert.occurrences} times`;
}

function hold(alert: ReplayedAlert, told: Told): ReplayedAlert | string {
  if (told.became === 'acknowledged') return { ...alert, status: told.became };
  if (told.to) return { ...alert, severity: String(told.to) };
  const flapping = flapOf(told);
  const before = alert.flapping!;
  const isChange = told.became === 'resolved' || before.quietSince;
  if (flapping.changes !== before.changes + (isChange ? 1 : 0)) {
    return `it had changed ${before.changes} times`;
  }
  const held = { ...alert, flapping };
  return told.became === 'repeated' ? repeat(held, told) : held;
}

function flapOf({ changes, quietSince }: Told) {
  return {
    changes: Number(changes),
    quietSince: quietSince as string | undefined,
  };
}

function calm(
  { flapping, ...alert }: ReplayedAlert,
  { status }: Told,
): ReplayedAlert | string {
  const wasQuiet = Boolean(flapping!.quietSince);
  if (wasQuiet !== (status === 'resolved')) return 'its monitor said otherwise';
  return wasQuiet ? { ...alert, status: 'resolved' } : alert;
}
