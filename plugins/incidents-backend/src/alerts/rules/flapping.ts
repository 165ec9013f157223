import type { Alert, Flapping } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { Decision, EntryDraft } from '../../timeline';

/** When an alert flaps, and for how long it is taken to. */
export type FlappingSettings = {
  /** Firings and resolves that make it flap… */
  changes: number;
  /** …within so many milliseconds. */
  within: number;
  /** Milliseconds without a change after which it flaps no more. */
  calm: number;
};

/** What is remembered of an alert that changes often; nothing of the ordinary one. */
export type Unrest = {
  /** When its earlier episodes changed: milliseconds, the oldest first, no more than count. */
  before: number[];
  /** While it flaps: when it fired last, to know a late signal by. */
  firedAt?: string;
};

/** An alert with what is remembered of it. */
export type Restless = { alert: Alert; unrest?: Unrest };

/** What a new episode is to know of the one before it. */
export function carryOver(
  last: Restless | undefined,
  next: Pick<Alert, 'startedAt'>,
  settings: FlappingSettings | undefined,
): Unrest | undefined {
  if (!last || !settings) return undefined;
  const from = Date.parse(next.startedAt) - settings.within;
  const before = changesOf(last)
    .filter(at => at > from)
    .slice(-settings.changes);
  return before.length > 0 ? { before } : undefined;
}

/** Its changes and those that were carried over to it, by its monitor's clock where that told the time; the oldest first. */
function changesOf({ alert, unrest }: Restless): number[] {
  const own = [alert.startedAt, alert.resolvedAt].flatMap(at => at ?? []);
  return [...(unrest?.before ?? []), ...own.map(at => Date.parse(at))].sort(
    (a, b) => a - b,
  );
}

/** How many changes of an alert count at this time. */
export function countChanges(
  restless: Restless,
  { within }: FlappingSettings,
): number {
  return lately(changesOf(restless), within).length;
}

function lately(changes: number[], within: number): number[] {
  const last = changes.at(-1) ?? 0;
  return changes.filter(at => at > last - within);
}

/**
 * An alert that has just fired or resolved once too often flaps from now on: it stays open, whatever it does, until it has been calm.
 * Nothing for any other.
 */
export function beginFlapping(
  changed: Restless,
  before: Pick<Alert, 'status'>,
  { now, settings }: { now: Date; settings: FlappingSettings | undefined },
): Decision<Restless> | undefined {
  const { alert, unrest } = changed;
  if (!settings || !unrest) return undefined;
  const counted = lately(changesOf(changed), settings.within);
  if (counted.length < settings.changes) return undefined;
  const { resolvedAt, ...open } = alert;
  const flapping: Flapping = {
    since: new Date(counted[0]).toISOString(),
    changes: counted.length,
    calmAt: later(now, settings.calm),
    ...(resolvedAt && { quietSince: resolvedAt }),
  };
  return {
    after: {
      alert: { ...open, status: before.status, flapping },
      unrest: { before: [], firedAt: alert.startedAt },
    },
    because: [beginEntry(alert, flapping)],
  };
}

function beginEntry(alert: Alert, flapping: Flapping): EntryDraft {
  const { title } = alert;
  return {
    kind: 'alert.flapping',
    actor: { type: 'integration', ref: alert.integration },
    text: `${title} flaps: ${inWords(
      flapping,
    )}; it stays open, and further changes are held back until it has been calm`,
    details: { title, ...flapping },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}

/** As the rule of ordinary signals is to see it: like the episode that it would be in now. */
export function momentOf({ alert, unrest }: Restless): Alert {
  const resolvedAt = alert.flapping?.quietSince;
  return {
    ...alert,
    startedAt: unrest?.firedAt ?? alert.startedAt,
    ...(resolvedAt && { status: 'resolved', resolvedAt }),
  };
}

/** It fires after its monitor had resolved it: one more change of an alert that flaps. */
export function fireWhileFlapping(
  { alert, unrest }: Restless,
  signal: AlertSignal,
  { now, calm = 0 }: { now: Date; calm?: number },
): Restless {
  const { quietSince, ...flapping } = alert.flapping!;
  const last = Date.parse(unrest?.firedAt ?? alert.startedAt);
  const firedAt = Math.max(last, (signal.startedAt ?? now).getTime());
  return {
    alert: {
      ...alert,
      occurrences: alert.occurrences + 1,
      lastFiredAt: now.toISOString(),
      description: signal.description ?? alert.description,
      labels: signal.labels,
      links: signal.links,
      flapping: oneMore(flapping, now, calm),
    },
    unrest: { before: [], firedAt: new Date(firedAt).toISOString() },
  };
}

/** Its monitor resolves it; whether it is over shows once it has been calm. */
export function resolveWhileFlapping(
  { alert, unrest }: Restless,
  resolvedAt: string,
  { now, calm = 0 }: { now: Date; calm?: number },
): Restless {
  const flapping = oneMore(alert.flapping!, now, calm);
  return {
    alert: { ...alert, flapping: { ...flapping, quietSince: resolvedAt } },
    unrest,
  };
}

function oneMore(flapping: Flapping, now: Date, calm: number): Flapping {
  const calmAt = later(now, calm);
  return {
    ...flapping,
    changes: flapping.changes + 1,
    // Not sooner: a replica may know another config, or the clock may have been put back.
    calmAt: calmAt > flapping.calmAt ? calmAt : flapping.calmAt,
  };
}

/** The changes are over: what its monitor said last counts now. */
export function calmDown({
  flapping,
  ...calm
}: Alert): Decision<Alert> & { isOver: boolean } {
  const { id, title, incidentKey } = calm;
  const quietSince = flapping?.quietSince;
  const isOver = quietSince !== undefined;
  const after: Alert = isOver
    ? { ...calm, status: 'resolved', resolvedAt: quietSince }
    : calm;
  const end = isOver
    ? `it is resolved, since ${quietSince}`
    : 'it fires on, like any other alert';
  return {
    ...{ after, isOver },
    because: [
      {
        kind: 'alert.calm',
        actor: { type: 'system', ref: 'flapping' },
        text: `${title} flaps no more, after ${inWords(flapping!)}: ${end}`,
        details: { title, ...flapping, status: after.status },
        ...{ alertId: id, incidentKey },
      },
    ],
  };
}

/** What an alert that flaps has done so far. */
export function inWords({ changes, since }: Flapping): string {
  return `${changes} changes since ${since}`;
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}
