import type { RoutingRule } from 'backstage-plugin-incidents-common';
import { toInstant } from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';

const table = 'incidents_routing_rules';

export const ruleStore = {
  /** In the order in which they are asked. */
  async list(reader: Reader): Promise<RoutingRule[]> {
    const rows = await reader(table).orderBy(['position', 'id']);
    return rows.map(toRule);
  },

  /** As {@link ruleStore.list}, held against other writers until `tx` ends. */
  async hold(tx: Tx): Promise<RoutingRule[]> {
    const query = tx(table).orderBy('id').select('id');
    // In one order for all writers, so that they wait for each other instead of deadlocking.
    if (canHold(tx)) await query.forUpdate();
    return ruleStore.list(tx);
  },

  /** After those that there are. */
  async add(tx: Tx, rule: RoutingRule): Promise<void> {
    const [{ last }] = await tx(table).max({ last: 'position' });
    await tx(table).insert({
      id: rule.id,
      position: Number(last ?? 0) + 1,
      matchers: JSON.stringify(rule.matchers),
      entity_ref: rule.entityRef,
      created_by_type: rule.createdBy.type,
      created_by_ref: rule.createdBy.ref,
      created_at: new Date(rule.createdAt),
    });
  },

  async setOrder(tx: Tx, ids: string[]): Promise<void> {
    for (const [i, id] of ids.entries()) {
      await tx(table)
        .where({ id })
        .whereNot('position', i + 1)
        .update({ position: i + 1 });
    }
  },

  /** Answers whether it was there. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await tx(table).where({ id }).delete()) > 0;
  },
};

function toRule(row: any): RoutingRule {
  return {
    id: row.id,
    matchers: JSON.parse(row.matchers),
    entityRef: row.entity_ref,
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    createdAt: toInstant(row.created_at),
  };
}
