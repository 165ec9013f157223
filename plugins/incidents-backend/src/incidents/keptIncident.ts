import { isOpenStatus, type Incident } from 'backstage-plugin-incidents-common';

/** An incident with what its row holds besides. Its `version` is the one that was read; 0 before it is written first. */
export type KeptIncident = {
  incident: Incident;
  /** Entity and group: where alerts look for an incident to join. */
  place: string;
  /** Whether alerts find this one there while it is open; at most one incident stands in a place. */
  stands: boolean;
  /** Who judged the severity: what a person decided is not overruled by a monitor. */
  severityBy: 'system' | 'user';
  /** The integration whose alert declared it. */
  integration?: string;
  runbookState: 'unchecked' | 'found' | 'missing';
};

/** An incident of which nothing changes but that so many alerts joined it, all of which fire. */
export type JoinedIncident = { kept: KeptIncident; alerts: number };

/** Where an incident stands now, if anywhere: one that is over makes room. */
export function slotOf(kept: KeptIncident): string | undefined {
  return kept.stands && isOpenStatus(kept.incident.status)
    ? kept.place
    : undefined;
}
