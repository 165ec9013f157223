import type {
  ActOnAlert,
  Actor,
  Alert,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import { namedEntity } from '../platform/namedEntity';
import { readSeverity, type Severities } from '../severity';
import { holdAlert, writeHanded, type HandDeps } from './changeAlert';
import { currentHolds, type HoldDeps } from './holds';
import type { RuleBook } from './routingRules';
import { bindByPerson } from './rules/byPerson';
import { routedEntry } from './rules/placeAlert';
import { holdOf, isHeld } from './rules/holdOf';

export type BindAlert = Omit<
  Extract<ActOnAlert, { action: 'bind' }>,
  'action'
> & { actor: Actor };

/**
 * Somebody says whose alert it is; then it goes its way as if it had just opened. With `rule`, later ones that match find it by
 * themselves.
 *
 * @throws NotFoundError; InputError when the entity is not in the catalog; ConflictError when it belongs to an incident.
 */
export async function bindAlert(
  deps: HandDeps &
    HoldDeps & {
      severities: Severities;
      catalog: Catalog;
      rules: RuleBook;
    },
  id: string,
  { rule, actor, ...named }: BindAlert,
): Promise<Alert> {
  const { entityRef, index } = await namedEntity(deps.catalog, named.entityRef);
  const by = { actor, note: named.note };
  const scheme = deps.severities.schemeFor(entityRef, index);
  const holds = await currentHolds(deps, index);
  const alert = await deps.database.write(async tx => {
    const kept = await holdAlert(tx, id);
    const reading = readSeverity(scheme, kept.said.severity);
    const now = deps.clock.now();
    const bound = bindByPerson(kept.alert, { ...by, entityRef, reading });
    const mayBurn = bound.status !== 'resolved' && !isHeld(bound);
    // It may be about something now that is in maintenance.
    const held = mayBurn ? holdOf(holds, bound, now) : undefined;
    const opened = mayBurn && !held ? [bound] : [];
    if (rule) {
      await deps.rules.add(tx, { matchers: rule, entityRef, actor });
    }
    return writeHanded(
      deps,
      tx,
      { ...kept, ...held?.hold },
      {
        after: held ? { ...bound, triage: held.triage } : bound,
        changes: {
          opened,
          acknowledged: opened.filter(
            ({ status }) => status === 'acknowledged',
          ),
        },
        because: settled => [routedEntry(settled, by.actor)],
        ...{ now, index, actor },
      },
    );
  });
  if (rule) deps.rules.forget();
  return alert;
}
