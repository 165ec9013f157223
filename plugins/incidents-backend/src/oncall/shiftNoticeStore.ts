import { chunksOf } from '../platform/chunksOf';
import { toInstant, withoutEmpty } from '../platform/columns';
import type { Reader, Tx } from '../platform/database';
import type { Notice } from '../platform/portalNotices';
import type { RowWrite } from '../platform/writeRows';

const table = 'incidents_shift_notices';

/** What somebody is told, or was told, about shifts. */
export type ShiftNotice = {
  /** Made of what it is about: nobody is told the same twice. */
  id: string;
  /** It holds only as long as this schedule says so. */
  schedule?: string;
  notice: Notice;
  createdAt: string;
  /** Too late to be told. */
  endsAt: string;
};

export const shiftNoticeStore = {
  /** What is to be written of new ones, together with what the timeline tells of them. */
  toWrite(notices: ShiftNotice[]): RowWrite {
    return { table, rows: notices.map(toRow) };
  },

  /** Which of them were written before. */
  async known(reader: Reader, ids: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const chunk of chunksOf(ids)) {
      const rows: string[] = await reader(table)
        .whereIn('id', chunk)
        .pluck('id');
      rows.forEach(id => found.add(id));
    }
    return found;
  },

  /** Those that wait to be told, and are not too late. */
  async due(reader: Reader, now: Date, limit: number): Promise<ShiftNotice[]> {
    const rows = await reader(table)
      .where('state', 'waiting')
      .where('next_at', '<=', now)
      .where('ends_at', '>', now)
      .orderBy(['next_at', 'id'])
      .limit(limit);
    return rows.map(toNotice);
  },

  /** Whether it is one's own to tell until an instant: of several who want to, one is. */
  async claim(
    tx: Tx,
    id: string,
    { now, until }: { now: Date; until: Date },
  ): Promise<boolean> {
    const claimed = await tx(table)
      .where({ id, state: 'waiting' })
      .where('next_at', '<=', now)
      .update({ next_at: until });
    return claimed === 1;
  },

  /** It is told, or there is nobody who could tell it. */
  async settle(tx: Tx, id: string, state: 'told' | 'absent'): Promise<void> {
    await tx(table).where({ id }).update({ state });
  },

  async tryAgain(tx: Tx, id: string, at: Date): Promise<void> {
    await tx(table).where({ id, state: 'waiting' }).update({ next_at: at });
  },

  /** Whether nobody was told of it yet, and now nobody will be. */
  async takeBack(tx: Tx, id: string): Promise<boolean> {
    const gone = await tx(table).where({ id, state: 'waiting' }).delete();
    return gone === 1;
  },

  /** Of a schedule, those that nobody was told of yet and that it does not say any more. */
  async drop(tx: Tx, schedule: string, holding: Set<string>): Promise<number> {
    const waiting: string[] = await tx(table)
      .where({ schedule, state: 'waiting' })
      .pluck('id');
    const gone = waiting.filter(id => !holding.has(id));
    for (const chunk of chunksOf(gone)) {
      await tx(table).where('state', 'waiting').whereIn('id', chunk).delete();
    }
    return gone.length;
  },

  /** Of those that ended long ago nobody asks whether they were told. */
  async forget(tx: Tx, before: Date): Promise<number> {
    return tx(table).where('ends_at', '<', before).delete();
  },
};

function toRow({ id, schedule, notice, createdAt, endsAt }: ShiftNotice) {
  return {
    ...{ id, schedule: schedule ?? null, state: 'waiting' },
    notice: JSON.stringify(notice),
    created_at: new Date(createdAt),
    next_at: new Date(createdAt),
    ends_at: new Date(endsAt),
  };
}

function toNotice(row: any): ShiftNotice {
  return withoutEmpty({
    id: row.id,
    schedule: row.schedule,
    notice: JSON.parse(row.notice),
    createdAt: toInstant(row.created_at),
    endsAt: toInstant(row.ends_at),
  });
}
