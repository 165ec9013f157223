import type { Page, TimelineEntry } from 'backstage-plugin-incidents-common';
import { toInstant, withoutEmpty } from '../platform/columns';
import { chunksOf } from '../platform/chunksOf';
import { countUpTo } from '../platform/countUpTo';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader, Tx } from '../platform/database';
import { writeRows, type RowWrite } from '../platform/writeRows';
import { keyOf, numberOf, type NewEntry } from './entry';

const table = 'incidents_timeline';
/** The entries that others wait to be told of, a row for those of one commit. */
const outbox = 'incidents_timeline_untold';
const mostWaiting = 10_000;

/** Entries that were written together, and how the outbox calls them. */
export type Bundle = { id: string; entries: TimelineEntry[] };

export const timelineStore = {
  /** What is to be written of new entries; the outbox calls them by the first of them. */
  toRows(entries: NewEntry[]): RowWrite[] {
    return [
      { table, rows: entries.map(toRow) },
      { table: outbox, rows: toOutboxRows(entries) },
    ];
  },

  append: (tx: Tx, entries: NewEntry[]) =>
    writeRows(tx, timelineStore.toRows(entries)),

  async list(
    reader: Reader,
    subject: { incidentKey: string } | { alertId: string },
    page: { order: 'newest' | 'oldest'; limit: number; cursor?: string },
  ): Promise<Page<TimelineEntry>> {
    const ofSubject = () =>
      'alertId' in subject
        ? reader(table)
            .where('alert_id', subject.alertId)
            // Not what became of its incident: seeing that is another permission.
            .whereRaw("kind LIKE 'alert.%'")
        : reader(table).where('incident_n', numberOf(subject.incidentKey));
    const newest = page.order === 'newest';
    const query = ofSubject()
      .orderBy('seq', newest ? 'desc' : 'asc')
      .limit(page.limit + 1);
    if (page.cursor) {
      const [seq] = fromCursor(page.cursor, page.order, ['sequence']);
      query.where('seq', newest ? '<' : '>', seq);
    }
    const rows = await query;
    const [{ count }] = await ofSubject().count({ count: '*' });
    const shown = rows.slice(0, page.limit);
    return {
      items: shown.map(toEntry),
      totalItems: Number(count),
      ...(rows.length > page.limit && {
        nextCursor: toCursor(page.order, [Number(shown[shown.length - 1].seq)]),
      }),
    };
  },

  async lastByPerson(
    reader: Reader,
    incidentKey: string,
    after: Date,
  ): Promise<Date | undefined> {
    const row = await reader(table)
      .where({ incident_n: numberOf(incidentKey), actor_type: 'user' })
      .where('at', '>', after)
      .orderBy('seq', 'desc')
      .first('at');
    return row && new Date(row.at);
  },

  /** The oldest entries that nobody was told of, of so many commits at most. */
  async findUntold(
    reader: Reader,
    before: Date,
    limit: number,
  ): Promise<Bundle[]> {
    const rows = await reader(outbox)
      .where('at', '<', before)
      .orderBy(['at', 'id'])
      .limit(limit);
    const bundles: Bundle[] = [];
    for (const { id, entry_ids: ids } of rows) {
      const entries: TimelineEntry[] = [];
      for (const chunk of chunksOf<string>(JSON.parse(ids))) {
        const found = await reader(table).whereIn('id', chunk).orderBy('seq');
        entries.push(...found.map(toEntry));
      }
      bundles.push({ id, entries });
    }
    return bundles;
  },

  /** Of how many commits nobody was told yet, and since when; to be asked often, so it counts no further than a storm makes them. */
  async waiting(reader: Reader): Promise<{ count: number; since?: string }> {
    const { totalItems } = await countUpTo(reader, reader(outbox), mostWaiting);
    const first = await reader(outbox).orderBy('at').first('at');
    return { count: totalItems, ...(first && { since: toInstant(first.at) }) };
  },

  async markTold(tx: Tx, bundleIds: string[]): Promise<void> {
    await tx(outbox).whereIn('id', bundleIds).delete();
  },
};

function toOutboxRows(entries: NewEntry[]): object[] {
  if (entries.length === 0) return [];
  const [{ id, at }] = entries;
  const ids = entries.map(entry => entry.id);
  return [{ id, at: new Date(at), entry_ids: JSON.stringify(ids) }];
}

function toRow(entry: NewEntry) {
  return {
    id: entry.id,
    at: new Date(entry.at),
    kind: entry.kind,
    actor_type: entry.actor.type,
    actor_ref: entry.actor.ref,
    text: entry.text,
    details: JSON.stringify(entry.details ?? {}),
    incident_n: entry.incidentKey ? numberOf(entry.incidentKey) : null,
    alert_id: entry.alertId ?? null,
  };
}

function toEntry(row: any): TimelineEntry {
  return withoutEmpty({
    id: row.id,
    at: toInstant(row.at),
    kind: row.kind,
    actor: { type: row.actor_type, ref: row.actor_ref },
    text: row.text,
    details: JSON.parse(row.details),
    incidentKey: row.incident_n === null ? undefined : keyOf(row.incident_n),
    alertId: row.alert_id,
  });
}
