import type { MaintenanceCalendar } from 'backstage-plugin-incidents-common';
import {
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import type { Reader, Tx } from '../platform/database';

const table = 'incidents_maintenance_calendars';

/** How a calendar of the config fares. */
export type KeptCalendar = Omit<MaintenanceCalendar, 'windows'>;

export const calendarStore = {
  async all(reader: Reader): Promise<KeptCalendar[]> {
    const rows = await reader(table).orderBy('id');
    return rows.map((row: any) =>
      withoutEmpty({
        id: row.id,
        triedAt: toOptionalInstant(row.tried_at),
        readAt: toOptionalInstant(row.read_at),
        failure: row.failure,
        failingSince: toOptionalInstant(row.failing_since),
        remarks: JSON.parse(row.remarks),
      }),
    );
  },

  async save(tx: Tx, calendar: KeptCalendar): Promise<void> {
    await tx(table)
      .insert({
        id: calendar.id,
        tried_at: toOptionalDate(calendar.triedAt),
        read_at: toOptionalDate(calendar.readAt),
        failure: calendar.failure ?? null,
        failing_since: toOptionalDate(calendar.failingSince),
        remarks: JSON.stringify(calendar.remarks),
      })
      .onConflict('id')
      .merge();
  },

  async forget(tx: Tx, id: string): Promise<void> {
    await tx(table).where({ id }).delete();
  },
};
