import type { Alert, Maintenance } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';

type Told = Pick<Maintenance, 'title' | 'createdBy' | 'reason'>;

/** One time that a window is open, with all that it covers. */
export type Running = Told & {
  /** Of this time. */
  id: string;
  startsAt: string;
  endsAt: string;
  covered: ReadonlySet<string>;
};

/** Entities, and for systems, domains and groups all their parts. Without a picture of the catalog just themselves. */
export function coveredBy(
  entityRefs: string[],
  index: CatalogIndex | undefined,
): Set<string> {
  return new Set(entityRefs.flatMap(ref => index?.covers(ref) ?? [ref]));
}

/** The first of the windows that is open and covers what the alert is about. */
export function maintenanceOf<R extends Running>(
  running: R[],
  { entityRef }: Pick<Alert, 'entityRef'>,
  now: Date,
): R | undefined {
  if (!entityRef) return undefined;
  return running.find(
    one =>
      Date.parse(one.startsAt) <= now.getTime() &&
      Date.parse(one.endsAt) > now.getTime() &&
      one.covered.has(entityRef),
  );
}

/** What becomes of an alert that maintenance holds. */
export function heldByMaintenance(
  running: Told & Pick<Running, 'endsAt'>,
): Alert['triage'] {
  const { title, reason, createdBy, endsAt } = running;
  const why = reason ? `: ${reason}` : '';
  return {
    outcome: 'maintenance',
    reason: `in maintenance until ${endsAt} by ${createdBy.ref}, “${title}”${why}`,
  };
}

/** Why an alert that was held is held no more. */
export function endOfMaintenance({
  title,
  endsAt,
  endedBy,
}: {
  title: string;
  endsAt: string;
  endedBy?: string;
}): string {
  return endedBy
    ? `${endedBy} ended the maintenance “${title}” while it fired`
    : `the maintenance “${title}” ended at ${endsAt} while it fired`;
}
