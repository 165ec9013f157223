import type { RemoteOnCallProvider } from 'backstage-plugin-incidents-node';
import { reasonOf } from '../platform/sentences';
import { within } from '../platform/within';
import type { RemoteDeps } from './remoteProviders';
import { remoteStore, type KeptRemote } from './remoteStore';

/** How far ahead shifts are kept: an answer is of use for so long when nothing comes after it. */
const ahead = 28 * 24 * 60 * 60 * 1000;
const patience = 30_000;
/** Of one answer. */
const mostShifts = 5_000;
const longestTarget = 255;

/**
 * Asks a provider about a target and keeps what it says; when it fails, what it said before stays, and the failure is kept beside
 * it. Never throws for a failure of the provider.
 */
export async function askRemote(
  deps: RemoteDeps,
  remote: RemoteOnCallProvider,
  about: { target: string; before: KeptRemote | undefined },
): Promise<KeptRemote> {
  const { target, before } = about;
  const triedAt = deps.clock.now();
  const key = { provider: remote.id, target };
  if (target.length > longestTarget) {
    const failure = `what is named behind "${remote.id}:" is too long`;
    return { ...key, triedAt, failure, failingSince: triedAt };
  }
  const outcome = await ask(remote, target, triedAt);
  const kept: KeptRemote =
    'answer' in outcome
      ? { ...key, triedAt, readAt: triedAt, answer: outcome.answer }
      : {
          ...{ ...before, ...key, triedAt, failure: outcome.failure },
          failingSince: before?.failingSince ?? triedAt,
        };
  await deps.database.write(tx => remoteStore.save(tx, kept));
  tell(deps, remote, { before, kept });
  return kept;
}

async function ask(
  remote: RemoteOnCallProvider,
  target: string,
  from: Date,
): Promise<
  { answer: NonNullable<KeptRemote['answer']> } | { failure: string }
> {
  const to = new Date(from.getTime() + ahead);
  const given = new AbortController();
  try {
    const answer = await within(
      remote.shifts({
        ...(target && { target }),
        ...{ from, to, signal: given.signal },
      }),
      patience,
      `it did not answer within ${patience / 1000} seconds`,
    );
    if (answer.shifts.length > mostShifts) {
      throw new Error(`it answers more than ${mostShifts} shifts`);
    }
    return { answer: { ...answer, to } };
  } catch (error) {
    return { failure: reasonOf(error) };
  } finally {
    given.abort();
  }
}

/** A failure that goes on is told once. */
function tell(
  { logger }: RemoteDeps,
  { id }: RemoteOnCallProvider,
  { before, kept }: { before: KeptRemote | undefined; kept: KeptRemote },
): void {
  const what = `On-call provider ${id}${kept.target && `:${kept.target}`}`;
  if (kept.failure) {
    const say = before?.failure === kept.failure ? 'debug' : 'warn';
    logger[say](
      `${what} failed, and what it said last stands: ${kept.failure}`,
    );
  } else if (before?.failure) logger.info(`${what} answers again`);
}
