import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  OnCallAnswer,
  OnCallLevel,
} from 'backstage-plugin-incidents-common';
import type {
  Clock,
  OnCallProvider,
  OnCallSubject,
  Shift,
} from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { CatalogEntry, CatalogIndex } from '../platform/catalogIndex';
import { findEntry } from '../platform/findEntry';
import { reasonOf } from '../platform/sentences';
import { within } from '../platform/within';
import { addressesIn } from './people';
import { chooseProvider } from './rules/chooseProvider';
import type { WhyUnreachable } from './rules/findUnreachable';
import { isOutside } from './rules/matchPeople';
import { whoIsOnCall } from './rules/whoIsOnCall';

/** Two weeks: long enough to name who is next in a weekly rotation with a swap in it. */
const windowMilliseconds = 14 * 24 * 60 * 60 * 1000;
const patienceMilliseconds = 4_000;

type Deps = {
  catalog: Catalog;
  providers: Map<string, OnCallProvider>;
  ownerGroup: OnCallProvider;
  clock: Clock;
  logger: LoggerService;
};

export async function answerOnCall(
  deps: Deps,
  entityRef: string,
): Promise<OnCallAnswer> {
  const unknown = `Who is on call for ${entityRef} is not known`;
  const { index, entry } = await findEntry(deps.catalog, entityRef, unknown);
  const { ownerRef, choice } = choiceFor(deps, index, entry);
  const subject = { entityRef: entry.ref, ownerRef, index };
  const named = choice.id ? deps.providers.get(choice.id) : undefined;
  if (!named) return ask(deps, deps.ownerGroup, subject, choice.because);
  try {
    const target = choice.target;
    return await ask(deps, named, { ...subject, target }, choice.because);
  } catch (error) {
    deps.logger.warn(
      `On-call provider ${named.id} failed for ${entityRef}: ${error}`,
    );
    const failed = `${choice.because} ${named.title} failed: ${reasonOf(
      error,
    )}.`;
    return ask(deps, deps.ownerGroup, subject, failed);
  }
}

/** What answers for an entity: two of which it is the same are answered by the same people. */
export function answererOf(
  deps: Pick<Deps, 'providers'>,
  index: CatalogIndex,
  entityRef: string,
): string {
  const entry = index.get(entityRef);
  if (!entry) return entityRef;
  const { ownerRef = entityRef, choice } = choiceFor(deps, index, entry);
  const { id, target } = choice;
  return id && target ? `${id}:${target}` : `${id ?? ''} ${ownerRef}`;
}

function choiceFor(
  { providers }: Pick<Deps, 'providers'>,
  index: CatalogIndex,
  entry: CatalogEntry,
) {
  const isOwner = entry.kind === 'group' || entry.kind === 'user';
  const ownerRef = entry.ownerRef ?? (isOwner ? entry.ref : undefined);
  const owner = ownerRef ? index.get(ownerRef) : undefined;
  const choice = chooseProvider(
    [entry, ...index.ancestors(entry.ref), ...(owner ? [owner] : [])],
    id => providers.has(id),
  );
  return { ownerRef, choice };
}

async function ask(
  deps: Deps,
  provider: OnCallProvider,
  { index, ...subject }: OnCallSubject & { index: CatalogIndex },
  why: string,
): Promise<OnCallAnswer> {
  const from = deps.clock.now();
  const to = new Date(from.getTime() + windowMilliseconds);
  const answer = await within(
    provider.shifts({ ...subject, from, to }),
    patienceMilliseconds,
    `it did not answer within ${patienceMilliseconds / 1000} seconds`,
  );
  return {
    provider: provider.id,
    providerTitle: provider.title,
    subject: answer.subject,
    at: from.toISOString(),
    levels: orGap(
      whoIsOnCall(answer.shifts, from, {
        gaps: answer.gaps,
        whyUnreachable: unlessKnown(answer.shifts, addressesIn(index)),
      }),
      answer.because,
    ),
    because: `${why} ${answer.because}`,
    ...(answer.readAt && { readAt: answer.readAt.toISOString() }),
    ...(answer.failing && {
      failing: {
        ...answer.failing,
        since: answer.failing.since.toISOString(),
      },
    }),
  };
}

/** A provider may know an address that the catalog does not have. */
function unlessKnown(shifts: Shift[], why: WhyUnreachable): WhyUnreachable {
  const people = new Map(shifts.map(({ person }) => [person.ref, person]));
  const known = new Set(
    shifts.filter(({ person }) => person.email).map(({ person }) => person.ref),
  );
  return ref => {
    if (known.has(ref)) return undefined;
    return isOutside(ref)
      ? `${
          people.get(ref)?.displayName
        } is nobody of the catalog, and no address is known.`
      : why(ref);
  };
}

function orGap(levels: OnCallLevel[], because: string): OnCallLevel[] {
  if (levels.length > 0) return levels;
  return [
    {
      ...{ level: 1, name: 'On call', result: 'nobody', people: [] },
      ...{ gap: because, gapReason: 'unknown' },
    },
  ];
}
