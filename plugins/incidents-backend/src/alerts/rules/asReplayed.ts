import type { Actor } from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';

/** A delivery that is replayed: which, when it came, and who wants it read again. */
export type Replay = { delivery: string; receivedAt: Date; actor: Actor };

/** What happened by a replay: a monitor said so once, and a person had it read again. */
export function asReplayed(entry: EntryDraft, replay: Replay): EntryDraft {
  const { delivery, actor, receivedAt } = replay;
  const came = receivedAt.toISOString();
  return {
    ...entry,
    actor: entry.actor.type === 'integration' ? actor : entry.actor,
    text: `${entry.text}; ${actor.ref} replayed the delivery of ${came}`,
    details: {
      ...entry.details,
      replay: { delivery, receivedAt: came, by: actor },
    },
  };
}
