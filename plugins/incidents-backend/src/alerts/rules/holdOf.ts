import type {
  Alert,
  Silence,
  TimelineKind,
} from 'backstage-plugin-incidents-common';
import {
  heldByMaintenance,
  maintenanceOf,
  type Running,
} from './maintenanceOf';
import { silencedBy, silenceOf } from './silenceOf';

type Silencing = Pick<
  Silence,
  'id' | 'matchers' | 'reason' | 'createdBy' | 'startsAt' | 'endsAt'
>;

/** What may hold an alert back. */
export type Holds = { silences: Silencing[]; maintenance: Running[] };

/** Which of them does. */
export type Hold = {
  silenceId?: string;
  /** Of the time that the window is open. */
  openingId?: string;
};

/** Outcomes of alerts that are held back for now. */
const heldOutcomes: ReadonlyArray<Alert['triage']['outcome']> = [
  'silenced',
  'maintenance',
];

export function isHeld({ triage }: Pick<Alert, 'triage'>): boolean {
  return heldOutcomes.includes(triage.outcome);
}

/** How the timeline tells where an alert stands. */
export function kindOf({ triage }: Pick<Alert, 'triage'>): TimelineKind {
  if (triage.outcome === 'silenced') return 'alert.silenced';
  return triage.outcome === 'maintenance'
    ? 'alert.maintenance'
    : 'alert.routed';
}

/** What holds an alert that opens now, and what becomes of it then: a silence that matches, else maintenance that covers it. */
export function holdOf(
  { silences, maintenance }: Holds,
  alert: Alert,
  now: Date,
): { hold: Hold; triage: Alert['triage'] } | undefined {
  const silence = silenceOf(silences, alert, now);
  if (silence) {
    return { hold: { silenceId: silence.id }, triage: silencedBy(silence) };
  }
  const running = maintenanceOf(maintenance, alert, now);
  return (
    running && {
      hold: { openingId: running.id },
      triage: heldByMaintenance(running),
    }
  );
}
