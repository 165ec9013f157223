import type { Actor, Incident } from 'backstage-plugin-incidents-common';
import type { Reader, Tx } from '../platform/database';
import type { EntryDraft } from '../timeline';

/**
 * What happened to an incident, as far as people are to be called for it: it began, it got worse, its pages are held no more, it is
 * back; or somebody took it up, or its effect has ended.
 */
export type CallKind =
  | 'declared'
  | 'raised'
  | 'released'
  | 'reopened'
  | 'taken'
  | 'over';

export type PageCall = {
  incidentKey: string;
  kind: CallKind;
  actor: Actor;
};

/** An incident, as far as it matters to whoever is paged for it. */
export type PagedIncident = Pick<
  Incident,
  | 'key'
  | 'title'
  | 'status'
  | 'severity'
  | 'severityRank'
  | 'entityRefs'
  | 'drill'
  | 'pagesHeld'
>;

/** The floor above owns the incidents; bound in `suite.ts`. */
export type IncidentPort = {
  find(reader: Reader, key: string): Promise<PagedIncident | undefined>;
  /**
   * The same, held against other writers until `tx` ends.
   *
   * @throws NotFoundError
   */
  hold(tx: Tx, key: string): Promise<PagedIncident>;
  /**
   * A person is on it: an incident that nobody has taken up yet is investigated from now on. Answers what is to be told of it. The
   * incident must be held.
   *
   * @throws NotFoundError
   */
  takeUp(
    tx: Tx,
    key: string,
    by: { actor: Actor; now: Date },
  ): Promise<EntryDraft[]>;
};
