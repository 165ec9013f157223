import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  CreateRoutingRule,
  Matcher,
  RoutingRule,
  RoutingRules,
} from 'backstage-plugin-incidents-common';
import { briefly } from '../platform/briefly';
import type { Catalog } from '../platform/catalog';
import type { Database, Tx } from '../platform/database';
import type { NewId } from '../platform/identity';
import { namedEntity } from '../platform/namedEntity';
import { ruleStore } from './ruleStore';

/** Milliseconds for which another replica may go by the rules of before. */
const memory = 5_000;
/** More than this could not be put in order by one call. */
const most = 1_000;

type NewRule = CreateRoutingRule & { actor: Actor };

/** What people decided about alerts that name no entity by themselves. */
export type RuleBook = {
  /** For routing: never fails, but goes by what was read last when the database does not answer. */
  current(): Promise<RoutingRule[]>;
  list(): Promise<RoutingRules>;
  /** @throws InputError when the entity is not in the catalog; ConflictError when there are too many. */
  create(rule: NewRule): Promise<RoutingRule>;
  /** As `create`, inside a transaction, about an entity that is known; {@link RuleBook.forget} is due when it has committed. */
  add(tx: Tx, rule: NewRule): Promise<RoutingRule>;
  /** @throws ConflictError when rules have come or gone meanwhile. */
  order(ids: string[]): Promise<RoutingRules>;
  /** @throws NotFoundError */
  remove(id: string): Promise<RoutingRules>;
  forget(): void;
};

export function createRuleBook(deps: {
  database: Database;
  catalog: Catalog;
  clock: { now(): Date };
  newId: NewId;
}): RuleBook {
  const { database, catalog } = deps;
  let last: RoutingRule[] = [];
  const kept = briefly(() => ruleStore.list(database.read), memory);
  const write = async <T>(work: (tx: Tx) => Promise<T>) => {
    const written = await database.write(work);
    kept.forget();
    return written;
  };
  return {
    async current() {
      last = await kept.get().catch(() => last);
      return last;
    },
    list: async () => ({ items: await ruleStore.list(database.read) }),
    async create(rule) {
      const { entityRef } = await namedEntity(catalog, rule.entityRef);
      return write(tx => addRule(deps, tx, { ...rule, entityRef }));
    },
    add: (tx, rule) => addRule(deps, tx, rule),
    order: ids => write(tx => orderRules(tx, ids)),
    remove: id => write(tx => removeRule(tx, id)),
    forget: kept.forget,
  };
}

async function addRule(
  { clock, newId }: { clock: { now(): Date }; newId: NewId },
  tx: Tx,
  { matchers, entityRef, actor }: NewRule,
): Promise<RoutingRule> {
  if ((await ruleStore.list(tx)).length >= most) {
    throw new ConflictError(
      `There are ${most} routing rules; remove some before you add another`,
    );
  }
  const rule: RoutingRule = {
    ...{ id: newId(), matchers: matchers.map(withoutNul), entityRef },
    createdBy: actor,
    createdAt: clock.now().toISOString(),
  };
  await ruleStore.add(tx, rule);
  return rule;
}

/** No label has it, and PostgreSQL cannot keep it in the reason of an alert. */
function withoutNul({ label, op, value }: Matcher): Matcher {
  const strip = (text: string) => text.replaceAll('\u0000', '');
  return { label: strip(label), op, value: strip(value) };
}

async function orderRules(tx: Tx, ids: string[]): Promise<RoutingRules> {
  const rules = await ruleStore.hold(tx);
  const wanted = new Set(ids);
  const isSame =
    ids.length === rules.length &&
    wanted.size === rules.length &&
    rules.every(({ id }) => wanted.has(id));
  if (!isSame) {
    throw new ConflictError(
      'Rules have come or gone since you looked; look again and order those that there are',
    );
  }
  await ruleStore.setOrder(tx, ids);
  return { items: await ruleStore.list(tx) };
}

async function removeRule(tx: Tx, id: string): Promise<RoutingRules> {
  if (!(await ruleStore.remove(tx, id))) {
    throw new NotFoundError(`There is no routing rule ${id}`);
  }
  return { items: await ruleStore.list(tx) };
}
