import type {
  RemoteAnswer,
  RemoteShift,
} from 'backstage-plugin-incidents-node';
import { withoutEmpty } from '../platform/columns';
import type { Reader, Tx } from '../platform/database';

const table = 'incidents_remote_answers';

/** What a provider that is asked about one target is known by. */
export type RemoteKey = { provider: string; target: string };

/** How a target fares: what was said last, and whether asking fails since then. */
export type KeptRemote = RemoteKey & {
  triedAt: Date;
  readAt?: Date;
  answer?: RemoteAnswer & { to: Date };
  /** A sentence without its full stop. */
  failure?: string;
  failingSince?: Date;
};

export const remoteStore = {
  async find(reader: Reader, key: RemoteKey): Promise<KeptRemote | undefined> {
    const row = await reader(table).where(keyOf(key)).first();
    return row && toRemote(row);
  },

  /** When each target was tried last, and whether that failed. */
  async tries(reader: Reader): Promise<Array<Omit<KeptRemote, 'answer'>>> {
    const rows = await reader(table).select(
      ...['provider', 'target', 'tried_at', 'read_at'],
      ...['failure', 'failing_since'],
    );
    return rows.map(toRemote);
  },

  /** Held is only the latest try: of two that ask at once the later stands. */
  async save(tx: Tx, kept: KeptRemote): Promise<void> {
    await tx(table)
      .insert({
        ...keyOf(kept),
        tried_at: kept.triedAt,
        read_at: kept.readAt ?? null,
        answer: kept.answer ? JSON.stringify(kept.answer) : null,
        failure: kept.failure?.replaceAll('\u0000', '') ?? null,
        failing_since: kept.failingSince ?? null,
      })
      .onConflict(['provider', 'target'])
      .merge();
  },

  /** Forgets what nobody has asked about since then. */
  async forget(tx: Tx, before: Date): Promise<number> {
    return tx(table).where('tried_at', '<', before).delete();
  },
};

function keyOf({ provider, target }: RemoteKey) {
  return { provider, target };
}

function toRemote(row: any): KeptRemote {
  return withoutEmpty({
    provider: row.provider,
    target: row.target,
    triedAt: new Date(row.tried_at),
    readAt: dateOf(row.read_at),
    answer: row.answer ? toAnswer(JSON.parse(row.answer)) : undefined,
    failure: row.failure,
    failingSince: dateOf(row.failing_since),
  });
}

function dateOf(stored: Date | number | string | null): Date | undefined {
  return stored === null ? undefined : new Date(stored);
}

function toAnswer(parsed: any): RemoteAnswer & { to: Date } {
  const shifts = parsed.shifts.map(
    ({ from, to, ...shift }: any): RemoteShift => ({
      ...shift,
      from: new Date(from),
      ...(to && { to: new Date(to) }),
    }),
  );
  return { ...parsed, shifts, to: new Date(parsed.to) };
}
