import type { Reader } from '../platform/database';
import { keyOf } from '../timeline';

const notices = 'incidents_page_notices';
const pages = 'incidents_pages';

/** Somebody was called, by one way or several at once. */
export type CalledPerson = {
  incidentKey: string;
  person: { ref: string; displayName: string };
  /** When the first notice was out. */
  at: Date;
};

export const calledStore = {
  /** Who was called from an instant on and before another, oldest first. What was never sent called nobody. */
  async between(
    reader: Reader,
    { from, to }: { from: Date; to: Date },
    limit: number,
  ): Promise<CalledPerson[]> {
    const rows = await reader(notices)
      .join(pages, `${pages}.id`, `${notices}.page_id`)
      .where(`${notices}.created_at`, '>=', from)
      .where(`${notices}.created_at`, '<', to)
      .whereNotNull(`${notices}.sent_at`)
      .whereNotNull(`${notices}.person_ref`)
      // The notices of one call are written together.
      .groupBy(
        `${notices}.page_id`,
        `${notices}.person_ref`,
        `${notices}.created_at`,
        `${pages}.incident_n`,
      )
      .select(`${notices}.person_ref`, `${pages}.incident_n`)
      .min({ at: `${notices}.sent_at`, person: `${notices}.person` })
      .orderBy([
        `${notices}.created_at`,
        `${notices}.page_id`,
        `${notices}.person_ref`,
      ])
      .limit(limit);
    return rows.map(toCalled);
  },
};

function toCalled(row: any): CalledPerson {
  const { displayName = row.person_ref } = JSON.parse(row.person ?? '{}');
  return {
    incidentKey: keyOf(row.incident_n),
    person: { ref: row.person_ref, displayName },
    at: new Date(row.at),
  };
}
