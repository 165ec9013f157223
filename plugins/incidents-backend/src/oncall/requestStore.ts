import type { ShiftRequestQuery } from 'backstage-plugin-incidents-common';
import {
  likePattern,
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import type { Reader } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';
import type { KeptRequest } from './rules/answerRequest';

const table = 'incidents_shift_requests';
/** Of those that are over, a list shows the last. */
const mostClosed = 50;
const mostOpen = 500;

export const requestStore = {
  /** What is to be written, together with what the timeline tells of it. Its version is one more than the one that was read. */
  toWrite(request: KeptRequest): RowWrite {
    return {
      ...{ table, rows: [toRow(request)] },
      ...(request.version > 1 && { replace: { key: 'id' } }),
    };
  },

  async find(reader: Reader, id: string): Promise<KeptRequest | undefined> {
    const row = await reader(table).where({ id }).first();
    return row && toRequest(row);
  },

  /** Open ones by when they expire, then those that are over, the latest first. */
  async list(
    reader: Reader,
    {
      schedule,
      user,
      closed,
    }: Omit<ShiftRequestQuery, 'mine'> & {
      /** Who has made it or is asked by it. */
      user?: string;
    },
  ): Promise<KeptRequest[]> {
    const some = () => {
      const rows = reader(table);
      if (schedule) rows.where({ schedule });
      if (user) rows.where(any => concerning(any, user));
      return rows;
    };
    const open = await some()
      .where('status', 'open')
      .orderBy(['expires_at', 'id'])
      .limit(mostOpen);
    const over = closed
      ? await some()
          .whereNot('status', 'open')
          .orderBy([
            { column: 'closed_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(mostClosed)
      : [];
    return [...open, ...over].map(toRequest);
  },

  async countOpenBy(reader: Reader, asker: string): Promise<number> {
    const [{ count }] = await reader(table)
      .where({ asker_ref: asker, status: 'open' })
      .count({ count: '*' });
    return Number(count);
  },

  /** Those that nobody has answered in time. */
  async overdue(
    reader: Reader,
    now: Date,
    limit: number,
  ): Promise<KeptRequest[]> {
    const rows = await reader(table)
      .where('status', 'open')
      .where('expires_at', '<=', now)
      .orderBy(['expires_at', 'id'])
      .limit(limit);
    return rows.map(toRequest);
  },
};

function concerning(rows: any, user: string): void {
  const named = likePattern(JSON.stringify(user));
  rows.where('asker_ref', user).orWhereRaw("asked LIKE ? ESCAPE '\\'", [named]);
}

function toRow(request: KeptRequest) {
  const { mine, theirs } = request;
  return {
    id: request.id,
    schedule: request.schedule,
    kind: request.kind,
    status: request.status,
    level: request.level,
    asker_ref: request.asker,
    mine_from: new Date(mine.from),
    mine_to: new Date(mine.to),
    theirs_from: toOptionalDate(theirs?.from),
    theirs_to: toOptionalDate(theirs?.to),
    everybody: request.everybody,
    asked: JSON.stringify(request.asked),
    declined: JSON.stringify(request.declined),
    // PostgreSQL cannot keep it.
    note: request.note?.replaceAll('\u0000', '') ?? null,
    answered_by: request.answeredBy ?? null,
    amendment_id: request.amendmentId ?? null,
    created_at: new Date(request.createdAt),
    expires_at: new Date(request.expiresAt),
    closed_at: toOptionalDate(request.closedAt),
    version: request.version,
  };
}

function toRequest(row: any): KeptRequest {
  const span = (from: any, to: any) => ({
    ...{ from: toInstant(from), to: toInstant(to) },
  });
  return withoutEmpty({
    id: row.id,
    schedule: row.schedule,
    kind: row.kind,
    status: row.status,
    level: row.level,
    asker: row.asker_ref,
    mine: span(row.mine_from, row.mine_to),
    theirs: row.theirs_from ? span(row.theirs_from, row.theirs_to) : undefined,
    everybody: Boolean(row.everybody),
    asked: JSON.parse(row.asked),
    declined: JSON.parse(row.declined),
    note: row.note,
    answeredBy: row.answered_by,
    amendmentId: row.amendment_id,
    createdAt: toInstant(row.created_at),
    expiresAt: toInstant(row.expires_at),
    closedAt: toOptionalInstant(row.closed_at),
    version: row.version,
  });
}
