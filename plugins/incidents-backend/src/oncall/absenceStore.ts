import type { Absence, Actor } from 'backstage-plugin-incidents-common';
import {
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';

const table = 'incidents_absence_calendars';

/** A calendar that says when somebody is away, with what it said last. */
export type KeptAbsences = {
  id: string;
  user: string;
  /** None for one of the config. */
  url?: string;
  host: string;
  zone?: string;
  createdBy?: Actor;
  createdAt: string;
  revokedAt?: string;
  triedAt?: string;
  readAt?: string;
  failure?: string;
  failingSince?: string;
  absences: Absence[];
  remarks: string[];
  /** One more with each change of the absences. */
  version: number;
};

export const absenceStore = {
  async save(tx: Tx, kept: KeptAbsences): Promise<void> {
    await tx(table).insert(toRow(kept)).onConflict('id').merge();
  },

  async find(reader: Reader, id: string): Promise<KeptAbsences | undefined> {
    const row = await reader(table).where({ id }).first();
    return row && toKept(row);
  },

  /** Held against other writers until `tx` ends. */
  async hold(tx: Tx, id: string): Promise<KeptAbsences | undefined> {
    const query = tx(table).where({ id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toKept)[0];
  },

  /** Also those that were revoked: what they said of the past still counts for it. */
  async all(reader: Reader): Promise<KeptAbsences[]> {
    return (await reader(table).orderBy('id')).map(toKept);
  },

  /** Of one person, and not revoked; newest first. */
  async of(reader: Reader, user: string): Promise<KeptAbsences[]> {
    const rows = await reader(table)
      .where('user_ref', user)
      .whereNull('revoked_at')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(toKept);
  },

  /** Another one whenever any absence is. */
  async stamp(reader: Reader): Promise<string> {
    const [row] = await reader(table)
      .count({ count: '*' })
      .sum({ versions: 'version' });
    return `${Number(row.count)} ${Number(row.versions ?? 0)}`;
  },
};

function toRow(kept: KeptAbsences) {
  return {
    id: kept.id,
    user_ref: kept.user,
    url: kept.url ?? null,
    host: kept.host.slice(0, 255),
    zone: kept.zone ?? null,
    created_by_type: kept.createdBy?.type ?? null,
    created_by_ref: kept.createdBy?.ref.slice(0, 255) ?? null,
    created_at: new Date(kept.createdAt),
    revoked_at: toOptionalDate(kept.revokedAt),
    tried_at: toOptionalDate(kept.triedAt),
    read_at: toOptionalDate(kept.readAt),
    failure: kept.failure?.replaceAll('\u0000', '') ?? null,
    failing_since: toOptionalDate(kept.failingSince),
    absences: JSON.stringify(kept.absences),
    remarks: JSON.stringify(kept.remarks),
    version: kept.version,
  };
}

function toKept(row: any): KeptAbsences {
  return withoutEmpty({
    id: row.id,
    user: row.user_ref,
    url: row.url,
    host: row.host,
    zone: row.zone,
    createdBy: row.created_by_ref && {
      type: row.created_by_type,
      ref: row.created_by_ref,
    },
    createdAt: toInstant(row.created_at),
    revokedAt: toOptionalInstant(row.revoked_at),
    triedAt: toOptionalInstant(row.tried_at),
    readAt: toOptionalInstant(row.read_at),
    failure: row.failure,
    failingSince: toOptionalInstant(row.failing_since),
    absences: JSON.parse(row.absences),
    remarks: JSON.parse(row.remarks),
    version: row.version,
  });
}
