import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  DeadLetter,
  ReplayDeadLetters,
  ReplayReply,
} from 'backstage-plugin-incidents-common';
import type { Database } from '../platform/database';
import { letterStore } from './letterStore';
import type { ReceiveDelivery } from './receiveDelivery';
import { requestOf, unreadable } from './rules/letters';
import { isTransient } from './refuseDelivery';
import type { AlertSettings } from './settings';

/** So many are read again by one call. */
const most = 500;

export type ReplayDeps = {
  database: Database;
  settings: AlertSettings;
  receive: ReceiveDelivery;
  logger: LoggerService;
};

/**
 * Reads dead letters again, the oldest first and one after the other, so that a resolve does not come before its firing. What is
 * understood is committed as any delivery is, and the letter is gone in the same moment.
 *
 * @throws ServiceUnavailableError and the like when the database is away; what was read again until then is kept.
 */
export async function replayLetters(
  deps: ReplayDeps,
  wanted: ReplayDeadLetters,
): Promise<ReplayReply> {
  const { ids, more } = await chooseLetters(deps.database, wanted);
  const reply: ReplayReply = { replayed: 0, failed: [] };
  for (const id of ids) {
    // One at a time: their bodies may be large.
    const letter = await letterStore.find(deps.database.read, id);
    const reason = letter && (await replayLetter(deps, letter));
    if (reason) reply.failed.push({ id, reason });
    else if (letter) reply.replayed += 1;
  }
  return more ? { ...reply, more } : reply;
}

async function chooseLetters(
  { read }: Database,
  wanted: ReplayDeadLetters,
): Promise<{ ids: string[]; more?: boolean }> {
  if ('ids' in wanted) {
    return { ids: await letterStore.inOrder(read, wanted.ids) };
  }
  const ids = await letterStore.oldestOf(read, wanted.integration, most + 1);
  return { ids: ids.slice(0, most), more: ids.length > most };
}

/** Answers why it is still not understood, if so. */
async function replayLetter(
  { database, settings, receive, logger }: ReplayDeps,
  letter: DeadLetter,
): Promise<string | undefined> {
  const integration = settings.integrations.get(letter.integration);
  if (!integration) {
    return `There is no integration ${letter.integration} in incidents.integrations any more`;
  }
  const loss = unreadable(letter);
  if (loss) return loss;
  try {
    const { remark } = await receive(integration, requestOf(letter), letter.id);
    // Understood, but nothing of it was to be committed.
    if (remark) {
      await database.write(tx => letterStore.unbury(tx, [letter.id]));
    }
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    if (isTransient(error)) throw error;
    logger.error(`Dead letter ${letter.id} failed again`, error as Error);
    return 'It could not be written';
  }
}
