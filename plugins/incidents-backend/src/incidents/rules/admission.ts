import type { Incident } from 'backstage-plugin-incidents-common';
import { durationInWords } from '../../platform/durationInWords';
import type { Plan } from './planFor';

type Bounds = Pick<Plan, 'window' | 'cap'>;

/**
 * Milliseconds for which an incident that follows another takes alerts without counting them: a storm of ten thousand alerts must
 * become two incidents, not a thousand.
 */
const calmAfter = 10 * 60_000;

/**
 * Why an alert does not join the open incident that stands in its place; nothing when it does. `coming` is how many alerts come at
 * once.
 */
export function refusalOf(
  incident: Incident,
  bounds: Bounds,
  { now, coming = 1 }: { now: Date; coming?: number },
): string | undefined {
  const { key } = incident;
  const { window, cap } = bounds;
  if (window && isStale(incident, bounds, now)) {
    return `${key} is open, but no alert has joined it for more than ${durationInWords(
      window.value,
    )}, as ${window.line} says`;
  }
  if (cap && isFull(incident, cap.value, { now, coming })) {
    return `${key} is open, but has ${incident.alerts} alerts, and ${cap.line} allows ${cap.value}`;
  }
  return undefined;
}

/** Whether it has been left alone by alerts for longer than the window. */
export function isStale(
  { lastAlertAt, declaredAt }: Incident,
  { window }: Bounds,
  now: Date,
): boolean {
  const last = Date.parse(lastAlertAt ?? declaredAt);
  return window !== undefined && now.getTime() - last > window.value;
}

function isFull(
  { alerts, follows, declaredAt }: Incident,
  cap: number,
  { now, coming }: { now: Date; coming: number },
): boolean {
  const age = now.getTime() - Date.parse(declaredAt);
  return alerts + coming > cap && !(follows && age < calmAfter);
}
