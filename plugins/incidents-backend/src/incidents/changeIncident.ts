import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Incident } from 'backstage-plugin-incidents-common';
import { callRows } from '../paging';
import type { Bell } from '../platform/bell';
import { afterCommit, type Database, type Tx } from '../platform/database';
import type { Decision, Timeline } from '../timeline';
import type { KeptIncident } from './keptIncident';
import { callsFor } from './rules/callsFor';
import { incidentStore } from './store';

export type ChangeDeps = {
  database: Database;
  timeline: Timeline;
  clock: { now(): Date };
  /** Rings when people may have to be called. */
  bell: Bell;
};

/** What was decided; nothing when there is nothing to do any more. */
type Change = Decision<KeptIncident> | undefined;

/**
 * Changes one incident by a rule, held against other writers from the look to the commit.
 *
 * @throws NotFoundError when there is no such incident.
 * @throws ConflictError when `version` is given and the incident has changed since.
 */
export async function changeIncident(
  deps: ChangeDeps,
  subject: { key: string; version?: number },
  decide: (kept: KeptIncident, now: Date, tx: Tx) => Change | Promise<Change>,
): Promise<Incident> {
  const { key, version } = subject;
  return deps.database.write(async tx => {
    const [kept] = await incidentStore.hold(tx, { slots: [], keys: [key] });
    if (!kept) throw new NotFoundError(`There is no incident ${key}`);
    if (version !== undefined && version !== kept.incident.version) {
      throw new ConflictError(
        `${key} has changed since you looked: it is ${kept.incident.status} now`,
      );
    }
    const now = deps.clock.now();
    const change = await decide(kept, now, tx);
    if (!change) return kept.incident;
    const { after, because } = change;
    await incidentStore.save(tx, [after]);
    const calls = callsFor(kept.incident, after.incident, because[0].actor);
    await deps.timeline.record(tx, because, now, callRows(calls, now));
    if (calls.length > 0) afterCommit(tx, () => deps.bell.ring());
    return { ...after.incident, version: after.incident.version + 1 };
  });
}
