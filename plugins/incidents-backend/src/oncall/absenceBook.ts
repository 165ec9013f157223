import type { Absence } from 'backstage-plugin-incidents-common';
import type { Database } from '../platform/database';
import { absenceStore } from './absenceStore';
import type { AbsencesByUser } from './rules/withAbsences';

/** What calendars say of absences at present, and what tells it apart from any other time. */
export type KnownAbsences = { stamp: string; byUser: AbsencesByUser };

export type AbsenceBook = { read(): Promise<KnownAbsences> };

/** Reads the rows only when one of them is another; the database is asked each time, as other replicas write too. */
export function createAbsenceBook({
  database,
}: {
  database: Pick<Database, 'read'>;
}): AbsenceBook {
  let known: KnownAbsences | undefined;
  return {
    async read() {
      const stamp = await absenceStore.stamp(database.read);
      if (known?.stamp === stamp) return known;
      const kept = await absenceStore.all(database.read);
      const byUser = new Map<string, Absence[]>();
      for (const { user, absences } of kept) {
        if (absences.length === 0) continue;
        byUser.set(user, [...(byUser.get(user) ?? []), ...absences]);
      }
      known = { stamp, byUser };
      return known;
    },
  };
}
