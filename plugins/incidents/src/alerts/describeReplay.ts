import type { ReplayReply } from 'backstage-plugin-incidents-common';

/** What reading dead letters again brought. */
export type ReplayWords = {
  replayed: number;
  failed: number;
  more: boolean;
  /** By the id of the letter: why it still is one. */
  reasons: ReadonlyMap<string, string>;
};

export function describeReplay(reply: ReplayReply): ReplayWords {
  return {
    replayed: reply.replayed,
    failed: reply.failed.length,
    more: Boolean(reply.more),
    reasons: new Map(reply.failed.map(({ id, reason }) => [id, reason])),
  };
}
