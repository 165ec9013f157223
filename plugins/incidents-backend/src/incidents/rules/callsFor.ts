import {
  isOpenStatus,
  type Actor,
  type Incident,
} from 'backstage-plugin-incidents-common';
import type { CallKind, PageCall } from '../../paging';

/** What a change of an incident means for whoever is called for it: mostly nothing. */
export function callsFor(
  before: Incident | undefined,
  after: Incident,
  actor: Actor,
): PageCall[] {
  const kind = kindOf(before, after);
  return kind ? [{ incidentKey: after.key, kind, actor }] : [];
}

function kindOf(
  before: Incident | undefined,
  after: Incident,
): CallKind | undefined {
  if (before && !isOver(before) && isOver(after)) return 'over';
  if (isOver(after)) return undefined;
  if (isTaken(before, after)) return 'taken';
  // Once its pages are held no more it is called for whatever has happened to it.
  if (after.pagesHeld) return undefined;
  if (!before) return 'declared';
  if (before.pagesHeld) return 'released';
  if (isOver(before)) return 'reopened';
  return after.severityRank < before.severityRank ? 'raised' : undefined;
}

/** Its effect has ended: nobody needs to get up for it. */
function isOver({ status }: Incident): boolean {
  return status === 'mitigated' || !isOpenStatus(status);
}

function isTaken(before: Incident | undefined, after: Incident): boolean {
  return before?.status === 'declared' && after.status !== 'declared';
}
