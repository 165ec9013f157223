import type { Page, TimelineEntry } from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import { toInstant, withoutEmpty } from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader, Tx } from '../platform/database';
import { insertRows } from '../platform/insertRows';
import { keyOf, numberOf, type NewEntry } from './entry';

const table = 'incidents_timeline';

export const timelineStore = {
  async append(tx: Tx, entries: NewEntry[]): Promise<void> {
    for (const chunk of chunksOf(entries)) {
      await insertRows(tx, table, chunk.map(toRow));
    }
  },

  async list(
    reader: Reader,
    subject: { incidentKey: string },
    page: { order: 'newest' | 'oldest'; limit: number; cursor?: string },
  ): Promise<Page<TimelineEntry>> {
    const ofSubject = () =>
      reader(table).where('incident_n', numberOf(subject.incidentKey));
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

  /** The oldest entries that nobody was told of. */
  async findUnpublished(
    reader: Reader,
    before: Date,
    limit: number,
  ): Promise<TimelineEntry[]> {
    const rows = await reader(table)
      .whereNull('published_at')
      .where('at', '<', before)
      .orderBy('seq')
      .limit(limit);
    return rows.map(toEntry);
  },

  async markPublished(tx: Tx, ids: string[], now: Date): Promise<void> {
    await tx(table).whereIn('id', ids).update({ published_at: now });
  },
};

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
    published_at: null,
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
