import type { Actor } from 'backstage-plugin-incidents-common';
import { toInstant } from '../platform/columns';
import {
  canHold,
  WriteConflict,
  type Reader,
  type Tx,
} from '../platform/database';
import { keyOf, numberOf } from '../timeline';
import type { KeptPage } from './rules/page';

const table = 'incidents_pages';
const pagesShown = 20;

export const pageStore = {
  /** The page of an incident that has not ended, held against other writers until `tx` ends. */
  async holdOpen(tx: Tx, incidentKey: string): Promise<KeptPage | undefined> {
    const query = tx(table)
      .where('incident_n', numberOf(incidentKey))
      .whereNot('status', 'ended');
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toPage)[0];
  },

  async find(reader: Reader, id: string): Promise<KeptPage | undefined> {
    return (await reader(table).where({ id })).map(toPage)[0];
  },

  async hold(tx: Tx, id: string): Promise<KeptPage | undefined> {
    const query = tx(table).where({ id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toPage)[0];
  },

  /** @throws WriteConflict when it has changed since it was read. */
  async save(tx: Tx, page: KeptPage): Promise<void> {
    const { id, version } = page;
    const row = toRow(page);
    if (version === 0) {
      await tx(table).insert(row);
      return;
    }
    const changed = await tx(table).where({ id, version }).update(row);
    if (changed !== 1) throw new WriteConflict(`page ${id} has changed`);
  },

  /** Those whose time has come, the latest ones last. */
  async findDue(reader: Reader, now: Date, limit: number): Promise<KeptPage[]> {
    const rows = await reader(table)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(toPage);
  },

  async ofIncident(reader: Reader, incidentKey: string): Promise<KeptPage[]> {
    const rows = await reader(table)
      .where('incident_n', numberOf(incidentKey))
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(pagesShown);
    return rows.map(toPage);
  },

  /** Incidents for which nobody has answered, of those named. */
  async exhausted(
    reader: Reader,
    incidentKeys: string[],
  ): Promise<Array<{ key: string; since: string }>> {
    const rows = await reader(table)
      .whereIn('incident_n', incidentKeys.map(numberOf))
      .where('status', 'exhausted')
      .select('incident_n', 'started_at');
    return rows.map(row => ({
      key: keyOf(row.incident_n),
      since: toInstant(row.started_at),
    }));
  },

  async late(
    reader: Reader,
    now: Date,
  ): Promise<{ count: number; since?: string }> {
    const [{ count, since }] = await reader(table)
      .where('due_at', '<=', now)
      .count({ count: '*' })
      .min({ since: 'due_at' });
    return {
      count: Number(count),
      ...(since !== null && { since: toInstant(since) }),
    };
  },
};

function toRow(page: KeptPage) {
  return {
    id: page.id,
    incident_n: numberOf(page.incidentKey),
    policy: JSON.stringify(page.policy),
    because: page.because,
    status: page.status,
    round: page.round,
    step: page.step,
    episode: page.episode,
    started_at: page.startedAt,
    due_at: page.dueAt ?? null,
    acknowledged_by_type: page.acknowledgedBy?.type ?? null,
    acknowledged_by_ref: page.acknowledgedBy?.ref ?? null,
    acknowledged_at: page.acknowledgedAt ?? null,
    ended_at: page.endedAt ?? null,
    version: page.version + 1,
  };
}

function toPage(row: any): KeptPage {
  const date = (stored: any) =>
    stored === null ? undefined : new Date(stored);
  return {
    id: row.id,
    incidentKey: keyOf(row.incident_n),
    policy: JSON.parse(row.policy),
    because: row.because,
    status: row.status,
    round: row.round,
    step: row.step,
    episode: row.episode,
    startedAt: new Date(row.started_at),
    dueAt: date(row.due_at),
    acknowledgedBy: row.acknowledged_by_ref
      ? ({
          type: row.acknowledged_by_type,
          ref: row.acknowledged_by_ref,
        } as Actor)
      : undefined,
    acknowledgedAt: date(row.acknowledged_at),
    endedAt: date(row.ended_at),
    version: row.version,
  };
}
