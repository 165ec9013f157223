import type { SeverityScheme } from 'backstage-plugin-incidents-common';
import { toInstant } from '../platform/columns';
import type { Reader, Tx } from '../platform/database';

const table = 'incidents_severity_schemes';

/** Keeps what the levels of a scheme meant, by version. */
export const schemeStore = {
  async keep(tx: Tx, scheme: SeverityScheme, now: Date): Promise<void> {
    await tx(table)
      .insert({
        version: scheme.version,
        name: scheme.name,
        content: JSON.stringify(scheme),
        first_used_at: now,
      })
      .onConflict('version')
      .ignore();
  },

  async find(
    reader: Reader,
    version: string,
  ): Promise<(SeverityScheme & { firstUsedAt: string }) | undefined> {
    const row = await reader(table).where({ version }).first();
    return (
      row && {
        ...JSON.parse(row.content),
        firstUsedAt: toInstant(row.first_used_at),
      }
    );
  },
};
