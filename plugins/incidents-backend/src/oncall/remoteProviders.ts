import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Clock,
  OnCallProvider,
  RemoteOnCallProvider,
  ShiftAnswer,
} from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import { askRemote } from './askRemote';
import { peopleOf } from './people';
import { findPeopleIn, inCatalog } from './rules/matchPeople';
import { ageSentence, isDue } from './rules/remoteFreshness';
import { remoteStore, type KeptRemote } from './remoteStore';

export type RemoteDeps = {
  database: Database;
  catalog: Catalog;
  clock: Clock;
  logger: LoggerService;
};

/**
 * A provider whose answers are kept: rows of the database answer, which a task keeps fresh. Only a target that nobody has asked
 * about yet is asked while somebody waits.
 */
export function createRemoteProvider(
  deps: RemoteDeps,
  remote: RemoteOnCallProvider,
): OnCallProvider {
  const asked = new Map<string, Promise<KeptRemote>>();
  const askOnce = (target: string, before: KeptRemote | undefined) => {
    const asking =
      asked.get(target) ??
      askRemote(deps, remote, { target, before }).finally(() =>
        asked.delete(target),
      );
    asked.set(target, asking);
    return asking;
  };
  return {
    id: remote.id,
    title: remote.title,
    async shifts({ target = '' }) {
      const key = { provider: remote.id, target };
      const now = deps.clock.now();
      let kept = await remoteStore.find(deps.database.read, key);
      const every = remote.everySeconds * 1000;
      if (!isUsable(kept, now) && isDue(kept, every, now)) {
        kept = await askOnce(target, kept);
      }
      return answerFrom(deps, remote, kept);
    },
  };
}

/** Behind the window that it covers, an answer says nothing about today. */
function isUsable(kept: KeptRemote | undefined, now: Date): boolean {
  return Boolean(kept?.answer && now < kept.answer.to);
}

async function answerFrom(
  { catalog, clock }: RemoteDeps,
  { id, title, everySeconds }: RemoteOnCallProvider,
  kept: KeptRemote | undefined,
): Promise<ShiftAnswer> {
  const now = clock.now();
  const { answer, failure } = kept ?? {};
  if (!kept || !answer || !isUsable(kept, now)) {
    throw new Error(failure ?? 'it has said nothing yet');
  }
  const index = await catalog.index().catch(() => undefined);
  const find = findPeopleIn(index, {
    ...{ provider: id, personOf: peopleOf(index) },
  });
  const age = ageSentence(title, kept, { every: everySeconds * 1000, now });
  return {
    subject: answer.subject,
    shifts: inCatalog(answer.shifts, find),
    because: [answer.because, age].filter(Boolean).join(' '),
    ...(kept.readAt && { readAt: kept.readAt }),
    ...(failure &&
      kept.failingSince && {
        failing: { since: kept.failingSince, reason: failure },
      }),
  };
}
