import type {
  OnCallPerson,
  PageNoticeState,
} from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import { toInstant } from '../platform/columns';
import { WriteConflict, type Reader, type Tx } from '../platform/database';
import type { KeptNotice } from './rules/notice';

const table = 'incidents_page_notices';

export const noticeStore = {
  async add(tx: Tx, notices: KeptNotice[]): Promise<void> {
    for (const chunk of chunksOf(notices.map(toRow))) {
      await tx(table).insert(chunk);
    }
  },

  async ofPages(reader: Reader, pageIds: string[]): Promise<KeptNotice[]> {
    const rows = await reader(table)
      .whereIn('page_id', pageIds)
      .orderBy(['created_at', 'id']);
    return rows.map(toNotice);
  },

  async find(reader: Reader, id: string): Promise<KeptNotice | undefined> {
    return (await reader(table).where({ id })).map(toNotice)[0];
  },

  /**
   * Its link has done its work.
   *
   * @throws WriteConflict when somebody else was faster.
   */
  async spend(tx: Tx, id: string, now: Date): Promise<void> {
    const spent = await tx(table)
      .where({ id })
      .whereNull('answered_at')
      .update({ answered_at: now });
    if (spent !== 1) throw new WriteConflict(`notice ${id} was answered`);
  },

  /** Those that are to be sent, or whose sending was given up by whoever began it. */
  async findDue(
    reader: Reader,
    now: Date,
    limit: number,
  ): Promise<KeptNotice[]> {
    const rows = await reader(table)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(toNotice);
  },

  /** Answers whether the notice is as it was read, and is this from now on: of several replicas one hears yes. */
  async change(
    tx: Tx,
    { id, state, attempts }: KeptNotice,
    to: Partial<
      Pick<
        KeptNotice,
        'state' | 'attempts' | 'dueAt' | 'sentAt' | 'ref' | 'reason'
      >
    >,
  ): Promise<boolean> {
    const changed = await tx(table)
      .where({ id, state, attempts })
      .update({
        ...('state' in to && { state: to.state }),
        ...('attempts' in to && { attempts: to.attempts }),
        ...('dueAt' in to && { due_at: to.dueAt ?? null }),
        ...('sentAt' in to && { sent_at: to.sentAt ?? null }),
        ...('ref' in to && { ref: to.ref ?? null }),
        ...('reason' in to && { reason: to.reason ?? null }),
      });
    return changed === 1;
  },

  /** Says of the notices of a page that are in one state, of one person or of everybody, that they are in another. */
  async mark(
    tx: Tx,
    which: {
      pageId: string;
      from: PageNoticeState[];
      person?: string;
      /** Only those of steps of the policy, not what a person asked for. */
      ofSteps?: boolean;
    },
    to: PageNoticeState,
  ): Promise<void> {
    const query = tx(table)
      .where('page_id', which.pageId)
      // What tells others that it is over is needed whatever happens.
      .whereIn('urgency', ['page', 'final'])
      .whereIn('state', which.from);
    if (which.person) query.where('person_ref', which.person);
    if (which.ofSteps) query.whereNotNull('step');
    await query.update({ state: to, due_at: null });
  },

  async undelivered(
    reader: Reader,
  ): Promise<{ count: number; since?: string }> {
    const [{ count, since }] = await reader(table)
      .whereNotNull('due_at')
      .count({ count: '*' })
      .min({ since: 'created_at' });
    return {
      count: Number(count),
      ...(since !== null && { since: toInstant(since) }),
    };
  },
};

function toRow(notice: KeptNotice) {
  return {
    id: notice.id,
    page_id: notice.pageId,
    round: notice.round,
    episode: notice.episode,
    step: notice.step ?? null,
    urgency: notice.urgency,
    target: notice.target,
    person_ref: notice.person?.ref ?? null,
    person: notice.person ? JSON.stringify(notice.person) : null,
    notifier: notice.notifier,
    settings: JSON.stringify(notice.settings),
    note: notice.note ?? null,
    state: notice.state,
    attempts: notice.attempts,
    created_at: notice.createdAt,
    due_at: notice.dueAt ?? null,
    sent_at: notice.sentAt ?? null,
    ref: notice.ref ?? null,
    reason: notice.reason ?? null,
    answered_at: notice.answeredAt ?? null,
  };
}

function toNotice(row: any): KeptNotice {
  return {
    id: row.id,
    pageId: row.page_id,
    round: row.round,
    episode: row.episode,
    step: row.step ?? undefined,
    urgency: row.urgency,
    target: row.target,
    person: row.person ? (JSON.parse(row.person) as OnCallPerson) : undefined,
    notifier: row.notifier,
    settings: JSON.parse(row.settings),
    note: row.note ?? undefined,
    state: row.state,
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
    dueAt: row.due_at === null ? undefined : new Date(row.due_at),
    sentAt: row.sent_at === null ? undefined : new Date(row.sent_at),
    ref: row.ref ?? undefined,
    reason: row.reason ?? undefined,
    ...(row.answered_at && { answeredAt: new Date(row.answered_at) }),
  };
}
