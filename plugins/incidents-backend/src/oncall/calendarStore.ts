import type { ShiftCalendar } from 'backstage-plugin-incidents-common';
import {
  toInstant,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import type { Reader, Tx } from '../platform/database';

const table = 'incidents_shift_calendars';

/** An address as it is kept: without its secret. */
export type KeptCalendar = ShiftCalendar & { secretHash: string };

export const calendarStore = {
  async add(tx: Tx, calendar: KeptCalendar): Promise<void> {
    await tx(table).insert({
      id: calendar.id,
      secret_hash: calendar.secretHash,
      schedule: calendar.schedule ?? null,
      user_ref: calendar.user ?? null,
      created_by_type: calendar.createdBy.type,
      created_by_ref: calendar.createdBy.ref.slice(0, 255),
      created_at: new Date(calendar.createdAt),
    });
  },

  async find(reader: Reader, id: string): Promise<KeptCalendar | undefined> {
    const row = await reader(table).where({ id }).first();
    return row && toCalendar(row);
  },

  /** Those that somebody has made and not revoked, newest first. */
  async madeBy(reader: Reader, ref: string): Promise<KeptCalendar[]> {
    const rows = await reader(table)
      .where('created_by_ref', ref)
      .whereNull('revoked_at')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(toCalendar);
  },

  /** Whether it had not been revoked before. */
  async revoke(tx: Tx, id: string, at: Date): Promise<boolean> {
    const revoked = await tx(table)
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: at });
    return revoked === 1;
  },
};

function toCalendar(row: any): KeptCalendar {
  return withoutEmpty({
    id: row.id,
    secretHash: row.secret_hash,
    schedule: row.schedule,
    user: row.user_ref,
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    createdAt: toInstant(row.created_at),
    revokedAt: toOptionalInstant(row.revoked_at),
  });
}
