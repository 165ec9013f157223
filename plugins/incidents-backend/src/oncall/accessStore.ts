import { toInstant } from '../platform/columns';
import type { Reader, Tx } from '../platform/database';

const table = 'incidents_access_confirmations';

/** When somebody confirmed something last, by the tool in small letters. */
export type Confirmations = Map<string, string>;

export const accessStore = {
  /** Of people, by their refs. */
  async of(
    reader: Reader,
    users: string[],
  ): Promise<Map<string, Confirmations>> {
    const found = new Map(
      users.map(user => [user, new Map()] as [string, Confirmations]),
    );
    for (const user of found.keys()) {
      const rows = await reader(table).where('user_ref', user);
      for (const { tool, confirmed_at: at } of rows) {
        found.get(user)!.set(tool, toInstant(at));
      }
    }
    return found;
  },

  /** From `at` on; what was confirmed before is confirmed anew. */
  async confirm(
    tx: Tx,
    user: string,
    { tools, at }: { tools: string[]; at: Date },
  ): Promise<void> {
    await tx(table)
      .insert(tools.map(tool => ({ user_ref: user, tool, confirmed_at: at })))
      .onConflict(['user_ref', 'tool'])
      .merge(['confirmed_at']);
  },
};
