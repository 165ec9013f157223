import { InputError } from '@backstage/errors';
import type {
  Actor,
  DeclareIncident,
  Incident,
} from 'backstage-plugin-incidents-common';
import { callRows } from '../paging';
import type { Catalog } from '../platform/catalog';
import { afterCommit } from '../platform/database';
import { levelOf, type Severities } from '../severity';
import { keyOf } from '../timeline';
import type { ChangeDeps } from './changeIncident';
import { callsFor } from './rules/callsFor';
import { declareByPerson } from './rules/declareByPerson';
import { incidentStore } from './store';

type DeclareDeps = ChangeDeps & {
  severities: Severities;
  catalog: Catalog;
};

/**
 * A person says that something is wrong. The entities must be in the catalog, unless the catalog is away: then they are believed.
 *
 * @throws InputError when an entity or the severity is unknown.
 */
export async function declareIncident(
  deps: DeclareDeps,
  declared: DeclareIncident & { actor: Actor },
): Promise<Incident> {
  const index = await deps.catalog.latest().catch(() => undefined);
  const entityRefs = [
    ...new Set(declared.entityRefs.map(ref => ref.toLowerCase())),
  ];
  const unknown = index && entityRefs.find(ref => !index.get(ref));
  if (unknown) throw new InputError(`${unknown} is not in the catalog`);
  const scheme = deps.severities.schemeFor(entityRefs[0], index);
  const level = levelOf(scheme, declared.severity ?? scheme.default);
  if (!level) {
    throw new InputError(
      `severity must be one of ${scheme.levels.map(({ id }) => id).join(', ')}`,
    );
  }
  // Where alerts look that carry none of the labels by which they are grouped.
  const [place] = entityRefs;
  return deps.database.write(async tx => {
    const n = (await incidentStore.holdCounter(tx)) + 1;
    await incidentStore.setCounter(tx, n);
    const standing = await incidentStore.findInSlots(tx, [place]);
    const now = deps.clock.now();
    const { after, because } = declareByPerson(
      { ...declared, entityRefs },
      { key: keyOf(n), scheme, level, now },
    );
    await incidentStore.save(tx, [
      {
        incident: after,
        place,
        stands: standing.length === 0,
        severityBy: declared.severity ? 'user' : 'system',
        runbookState: 'unchecked',
      },
    ]);
    const calls = callsFor(undefined, after, declared.actor);
    await deps.timeline.record(tx, because, now, callRows(calls, now));
    afterCommit(tx, () => deps.bell.ring());
    return { ...after, version: 1 };
  });
}
