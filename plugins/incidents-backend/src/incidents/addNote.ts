import { NotFoundError } from '@backstage/errors';
import type { Actor, TimelineEntry } from 'backstage-plugin-incidents-common';
import type { ChangeDeps } from './changeIncident';
import { incidentStore } from './store';

/**
 * @throws NotFoundError when there is no such incident.
 */
export function addNote(
  deps: ChangeDeps,
  key: string,
  note: { text: string; actor: Actor },
): Promise<TimelineEntry> {
  return deps.database.write(async tx => {
    const kept = await incidentStore.find(tx, key);
    if (!kept) throw new NotFoundError(`There is no incident ${key}`);
    const [entry] = await deps.timeline.record(
      tx,
      [
        {
          kind: 'note.added',
          actor: note.actor,
          text: note.text,
          incidentKey: key,
        },
      ],
      deps.clock.now(),
    );
    return entry;
  });
}
