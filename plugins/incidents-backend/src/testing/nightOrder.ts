import {
  isOpenStatus,
  type Alert,
  type Incident,
  type TimelineEntry,
} from 'backstage-plugin-incidents-common';
import type { KeptAlert } from '../alerts/rows';
import type { NightSight } from './nightSight';
import { replay } from './replay';
import { replayAlert } from './replayAlert';

/**
 * What is not as it should be, as sentences: each incident is what its timeline tells, each alert what its own tells, what is
 * counted adds up, and whatever fires has an open incident or a reason why not.
 */
export function complaintsAbout(sight: NightSight): string[] {
  const { alerts, incidents, entries } = sight;
  const told = {
    incidents: groupBy(entries, entry => entry.incidentKey),
    alerts: groupBy(
      entries.filter(({ kind }) => kind.startsWith('alert.')),
      entry => entry.alertId,
    ),
  };
  return [
    ...aboutKeys(incidents),
    ...aboutEpisodes(alerts),
    ...incidents.flatMap(incident =>
      aboutIncident(incident, sight, told.incidents.get(incident.key) ?? []),
    ),
    ...alerts.flatMap(({ alert }) =>
      aboutAlert(alert, told.alerts.get(alert.id) ?? []),
    ),
    ...alerts
      .filter(({ alert }) => fires(alert))
      .flatMap(kept => aboutFiring(kept, sight)),
  ];
}

/** What should have been done by now by those who look again and again. */
export function delaysIn({ now, alerts, silences }: NightSight): string[] {
  return alerts.flatMap(({ alert, silenceId }) => {
    const { id, flapping, triage } = alert;
    if (flapping && Date.parse(flapping.calmAt) <= now.getTime()) {
      return [`${id} flaps on after ${flapping.calmAt}`];
    }
    const isHeld = fires(alert) && triage.outcome === 'silenced';
    const end = silences.get(silenceId ?? '');
    return isHeld && end && end <= now ? [`${id} is silenced on`] : [];
  });
}

function aboutKeys(incidents: Incident[]): string[] {
  return incidents.flatMap(({ key }, i) =>
    key === `INC-${i + 1}` ? [] : [`${key} follows on INC-${i}`],
  );
}

function aboutEpisodes(alerts: KeptAlert[]): string[] {
  const byName = groupBy(alerts, ({ alert }) => alert.fingerprint);
  return [...byName].flatMap(([name, episodes]) => {
    const current = episodes.filter(({ isCurrent }) => isCurrent);
    const old = episodes.filter(({ isCurrent }) => !isCurrent);
    return [
      ...(current.length === 1 ? [] : [`${name} is ${current.length} times`]),
      ...(old.some(({ alert }) => fires(alert)) ? [`${name} fires twice`] : []),
      ...(old.some(({ alert }) => alert.flapping) ? [`${name} flaps on`] : []),
    ];
  });
}

function aboutIncident(
  incident: Incident,
  { alerts }: NightSight,
  entries: TimelineEntry[],
): string[] {
  const { key, status, severity } = incident;
  const own = alerts
    .map(({ alert }) => alert)
    .filter(({ incidentKey }) => incidentKey === key);
  const firing = own.filter(fires).map(({ id }) => id);
  return [
    ...compared(
      `${key} as told`,
      attempt(() => replay(entries)),
      {
        ...{ status, severity, firing: firing.sort() },
      },
    ),
    ...compared(`${key} counts`, pick(incident, ['alerts', 'openAlerts']), {
      ...{ alerts: own.length, openAlerts: firing.length },
    }),
  ];
}

function aboutAlert(alert: Alert, entries: TimelineEntry[]): string[] {
  const { flapping } = alert;
  const { changes, quietSince } = flapping ?? {};
  const { triage, incidentKey } = alert;
  const belongs = ['declared', 'attached'].includes(triage.outcome);
  return [
    ...compared(
      `${alert.id} as told`,
      attempt(() => replayAlert(entries)),
      {
        ...pick(alert, ['status', 'occurrences', 'severity', 'entityRef']),
        ...(flapping && { flapping: { changes, quietSince } }),
      },
    ),
    ...(belongs === Boolean(incidentKey)
      ? []
      : [`${alert.id} is ${triage.outcome}, in ${incidentKey}`]),
  ];
}

/** It has an open incident, or there is a reason why not. */
function aboutFiring(kept: KeptAlert, sight: NightSight): string[] {
  const { alert, silenceId, openingId } = kept;
  const { id, triage, entityRef, incidentKey, severity } = alert;
  if (incidentKey) return aboutLeaving(alert, incidentKey, sight);
  const reasons: Record<string, boolean> = {
    unrouted: !entityRef,
    silenced: sight.silences.has(silenceId ?? ''),
    maintenance: openingId !== undefined,
    // As the config of the night has it.
    recorded: severity === 'SEV4' && /incidents\.triage/.test(triage.reason),
  };
  return reasons[triage.outcome]
    ? []
    : [`${id} fires as ${severity} and is ${triage.outcome}: ${triage.reason}`];
}

/** Its incident may be over because a person said so, and as long as it does not fire again. */
function aboutLeaving(
  { id }: Alert,
  key: string,
  { incidents, entries }: NightSight,
): string[] {
  const incident = incidents.find(one => one.key === key);
  if (!incident) return [`${id} is in ${key}, which is not there`];
  const { status, entityRefs } = incident;
  if (isOpenStatus(status)) return [];
  const end = entries.findLastIndex(
    ({ kind, incidentKey }) => kind === 'incident.moved' && incidentKey === key,
  );
  if (entries[end]?.actor.type !== 'user') {
    return [`${id} fires in ${key}, which nobody ended`];
  }
  const again = entries.findIndex(
    (entry, i) => i > end && entry.alertId === id && isFiring(entry),
  );
  if (again < 0 || status === 'dismissed') return [];
  const isCovered = incidents.some(
    other =>
      other.key !== key &&
      other.entityRefs.some(ref => entityRefs.includes(ref)) &&
      wasOpen(other, entries, again),
  );
  return isCovered ? [] : [`${id} fires again, and ${key} stays ${status}`];
}

function isFiring({ kind, details }: TimelineEntry): boolean {
  return kind === 'alert.calm'
    ? details.status !== 'resolved'
    : kind === 'alert.repeated' && !details.to;
}

/** At an entry, or declared after it: what one commit declares is told last. */
function wasOpen(
  { key }: Incident,
  entries: TimelineEntry[],
  at: number,
): boolean {
  const moves = entries.flatMap(({ kind, incidentKey, details }, i) => {
    if (incidentKey !== key) return [];
    if (kind === 'incident.declared') return [{ i, to: 'declared' }];
    return kind === 'incident.moved' ? [{ i, to: String(details.to) }] : [];
  });
  const last = moves.filter(({ i }) => i <= at).at(-1);
  return !last || isOpenStatus(last.to as Incident['status']);
}

function fires({ status }: Alert): boolean {
  return status !== 'resolved';
}

function attempt<T>(play: () => T): T | { error: string } {
  try {
    return play();
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function compared(what: string, is: object, should: object): string[] {
  const [a, b] = [inOrder(is), inOrder(should)];
  return a === b ? [] : [`${what}: ${a}, but it is ${b}`];
}

function inOrder(value: object): string {
  const keys = Object.keys(value).sort();
  return JSON.stringify(
    Object.fromEntries(
      keys.map(key => [key, (value as Record<string, unknown>)[key]]),
    ),
  );
}

function pick<T extends object, K extends keyof T>(
  value: T,
  keys: K[],
): Pick<T, K> {
  return Object.fromEntries(keys.map(key => [key, value[key]])) as Pick<T, K>;
}

function groupBy<T>(
  all: T[],
  nameOf: (one: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    if (name) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}
