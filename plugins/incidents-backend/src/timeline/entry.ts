import type {
  Actor,
  TimelineEntry,
  TimelineKind,
} from 'backstage-plugin-incidents-common';

/** What a rule leaves for the timeline: what was decided and why, not yet when and under which id. */
export type EntryDraft = {
  kind: TimelineKind;
  actor: Actor;
  /** A sentence. */
  text: string;
  details?: Record<string, unknown>;
  incidentKey?: string;
  alertId?: string;
};

/** There is no deciding without a reason. */
export type Decision<T> = { after: T; because: [EntryDraft, ...EntryDraft[]] };

export type NewEntry = EntryDraft & Pick<TimelineEntry, 'id' | 'at'>;

/** The number in `INC-<n>`; 0, which no incident has, for anything else. */
export function numberOf(incidentKey: string): number {
  const [, digits] = /^INC-(\d{1,9})$/.exec(incidentKey) ?? [];
  return Number(digits ?? 0);
}

export function keyOf(n: number): string {
  return `INC-${n}`;
}
