import type {
  DeadLetter,
  DeadLetterQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Database } from '../platform/database';
import type { NewId } from '../platform/identity';
import { letterStore } from './letterStore';
import { keepableBody } from './rules/letters';

/** Deliveries of known senders that nobody could read: kept until somebody has looked. */
export type DeadLetters = {
  bury(letter: Omit<DeadLetter, 'id' | 'receivedAt'>): Promise<void>;
  list(query: DeadLetterQuery): Promise<Page<DeadLetter>>;
  count(): Promise<{ count: number; since?: string }>;
};

export function createDeadLetters(deps: {
  database: Database;
  clock: { now(): Date };
  newId: NewId;
}): DeadLetters {
  const { database, clock, newId } = deps;
  return {
    bury: letter =>
      database.write(tx =>
        letterStore.bury(tx, {
          ...letter,
          id: newId(),
          receivedAt: clock.now().toISOString(),
          reason: letter.reason.replaceAll('\u0000', '').slice(0, 2_000),
          contentType: letter.contentType?.slice(0, 255),
          body: keepableBody(letter.body),
        }),
      ),
    list: query => letterStore.listDead(database.read, query),
    count: () => letterStore.countDead(database.read),
  };
}
