import { InputError } from '@backstage/errors';
import type {
  Actor,
  ImportMaintenance,
  ImportReply,
} from 'backstage-plugin-incidents-common';
import { rehearse } from '../platform/rehearse';
import { prepareEvents, writeEvents, type Origin } from './importEvents';
import { namedEntities, type PlanDeps } from './planMaintenance';
import { readCalendar, type ReadCalendar } from './rules/readCalendar';
import { ianaZone } from '../platform/calendar/wallClock';

/**
 * Makes windows of a calendar file that somebody sends in; sent in again, it changes those that it made.
 *
 * @throws InputError when it is no such file, or names an entity that the catalog does not have.
 */
export async function importFile(
  deps: PlanDeps,
  { ics, zone, dryRun, actor, ...wanted }: ImportMaintenance & { actor: Actor },
): Promise<ImportReply> {
  if (zone && !ianaZone(zone)) {
    throw new InputError(`zone: there is no ${zone} in the IANA database`);
  }
  const read = readFile(ics, zone);
  const origin: Origin = {
    ...{ origin: 'file', prefix: 'file:', actor },
    entityRefs: await namedEntities(deps.catalog, wanted.entityRefs),
  };
  const index = await deps.catalog.latest().catch(() => undefined);
  const isKnown = (ref: string) => !index || index.get(ref) !== undefined;
  const known = read.events.filter(({ named }) => named.every(isKnown));
  const strange = read.events
    .filter(({ named }) => !named.every(isKnown))
    .map(({ uid, title, named }) => ({
      ...{ uid, title },
      reason: `${named.find(ref => !isKnown(ref))} is not in the catalog`,
    }));
  const now = deps.clock.now();
  const about = {
    ...{ origin, now },
    prepared: await prepareEvents(known, origin, now),
    read: { ...read, skipped: [...read.skipped, ...strange] },
  };
  const events = dryRun
    ? await rehearse(deps.database, tx => writeEvents(deps, tx, about))
    : await deps.database.write(tx => writeEvents(deps, tx, about));
  return { dryRun, events };
}

function readFile(ics: string, zone: string | undefined): ReadCalendar {
  try {
    return readCalendar(ics, zone);
  } catch (error) {
    throw new InputError(`ics: ${(error as Error).message}`);
  }
}
