import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  CreateSilence,
  Matcher,
  Page,
  Silence,
  SilenceQuery,
} from 'backstage-plugin-incidents-common';
import { briefly } from '../platform/briefly';
import type { Database } from '../platform/database';
import type { NewId } from '../platform/identity';
import { spanOf } from './rules/silenceOf';
import { silenceStore, type KeptSilence } from './silenceStore';

/** Milliseconds for which another replica may go by the silences of before. */
const memory = 5_000;
/** Each alert that opens is held against all of them. */
const most = 500;
/** Milliseconds before its end in which a silence is announced. */
const soon = 60 * 60 * 1000;

/** What people keep quiet for a while. */
export type SilenceBook = {
  /**
   * For intake: those that have not ended, which costs no journey to the database most of the time. Never fails: when the database
   * does not answer, nothing is silenced.
   */
  current(): Promise<KeptSilence[]>;
  list(query: SilenceQuery): Promise<Page<Silence>>;
  /** @throws InputError when its time makes no sense; ConflictError when there are too many. */
  create(wanted: CreateSilence & { actor: Actor }): Promise<Silence>;
  /** Answers one that has ended as it is. @throws NotFoundError */
  end(id: string, by: { actor: Actor }): Promise<Silence>;
  /** How many end soon while they hold alerts that fire, and since when the oldest does. */
  ending(): Promise<{ count: number; since?: string }>;
};

type SilenceDeps = {
  database: Database;
  clock: { now(): Date };
  newId: NewId;
};

export function createSilenceBook(deps: SilenceDeps): SilenceBook {
  const { database, clock } = deps;
  const kept = briefly(
    () => silenceStore.unended(database.read, clock.now()),
    memory,
  );
  return {
    current: () => kept.get().catch(() => []),
    list: query => silenceStore.list(database.read, query, clock.now()),
    async create(wanted) {
      const silence = await createSilence(deps, wanted);
      kept.forget();
      return silence;
    },
    async end(id, by) {
      const silence = await endSilence(deps, id, by);
      kept.forget();
      return silence;
    },
    ending() {
      const now = clock.now();
      const until = new Date(now.getTime() + soon);
      return silenceStore.countEnding(database.read, { now, until });
    },
  };
}

function createSilence(
  { database, clock, newId }: SilenceDeps,
  { matchers, reason, actor, ...wanted }: CreateSilence & { actor: Actor },
): Promise<Silence> {
  const now = clock.now();
  const span = spanOf(wanted, now);
  if (typeof span === 'string') throw new InputError(span);
  return database.write(async tx => {
    if ((await silenceStore.unended(tx, now)).length >= most) {
      throw new ConflictError(
        `There are ${most} silences; end some before you add another`,
      );
    }
    const id = newId();
    await silenceStore.add(tx, {
      id,
      matchers: matchers.map(toKeepable),
      reason: withoutNul(reason),
      createdBy: actor,
      createdAt: now.toISOString(),
      ...span,
    });
    return (await silenceStore.find(tx, id, now))!;
  });
}

function endSilence(
  { database, clock }: SilenceDeps,
  id: string,
  { actor }: { actor: Actor },
): Promise<Silence> {
  return database.write(async tx => {
    const at = clock.now();
    await silenceStore.end(tx, id, { at, ref: actor.ref });
    const silence = await silenceStore.find(tx, id, at);
    if (!silence) throw new NotFoundError(`There is no silence ${id}`);
    return silence;
  });
}

/** No label has it, and PostgreSQL cannot keep it in the reason of an alert. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}

function toKeepable({ label, op, value }: Matcher): Matcher {
  return { label: withoutNul(label), op, value: withoutNul(value) };
}
