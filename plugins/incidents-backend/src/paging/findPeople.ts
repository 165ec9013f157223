import type { LoggerService } from '@backstage/backend-plugin-api';
import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type { IncidentNotifier } from 'backstage-plugin-incidents-node';
import type { OnCall } from '../oncall';
import type { Catalog } from '../platform/catalog';
import { reasonOf } from '../platform/sentences';
import { within } from '../platform/within';
import type { Target } from './rules/page';
import {
  onceEach,
  peopleAtLevel,
  peopleInCatalog,
  type People,
} from './rules/peopleOf';

export type FindDeps = {
  catalog: Catalog;
  oncall: OnCall;
  notifiers: Map<string, IncidentNotifier>;
  logger: LoggerService;
};

/** Somebody, or a channel, and by which ways they are told. */
export type Found = {
  target: string;
  person?: OnCallPerson;
  notifiers: string[];
  settings: Record<string, unknown>;
};

/** Whom a step calls, and what is in the way of calling others. */
export type Finding = { found: Found[]; gaps: string[] };

const patience = 10_000;

/**
 * The people and channels behind targets; those of the fallback, when there is nobody.
 *
 * @throws Error when nobody can say at the moment, because the catalog is away.
 */
export async function findPeople(
  deps: FindDeps,
  entityRef: string,
  { targets, fallback }: { targets: Target[]; fallback: Target[] },
): Promise<Finding> {
  const wanted = await findAll(deps, entityRef, targets);
  if (wanted.found.length > 0 || fallback.length === 0) return wanted;
  const instead = await findAll(deps, entityRef, fallback);
  return {
    found: instead.found.map(one => ({
      ...one,
      target: `fallback: ${one.target}`,
    })),
    gaps: [...wanted.gaps, ...instead.gaps],
  };
}

async function findAll(
  deps: FindDeps,
  entityRef: string,
  targets: Target[],
): Promise<Finding> {
  const found: Found[] = [];
  const gaps: string[] = [];
  for (const target of targets) {
    const channel = channelOf(target);
    if (channel) {
      found.push(channel);
      continue;
    }
    const { words, people, gap } = await peopleBehind(deps, entityRef, target);
    if (gap) gaps.push(gap);
    const known = new Set(found.map(({ person }) => person?.ref));
    const others = onceEach(people).filter(({ ref }) => !known.has(ref));
    for (const person of others) {
      const notifiers = await waysTo(deps, person);
      if (notifiers.length > 0) {
        found.push({ target: words, person, notifiers, settings: {} });
      } else
        gaps.push(`${person.displayName} cannot be paged: no way is known`);
    }
  }
  return { found, gaps };
}

function channelOf({
  webhook,
  notifier,
  settings = {},
}: Target): Found | undefined {
  if (webhook) {
    return {
      ...{ target: `webhook ${webhook}`, notifiers: ['webhook'] },
      settings: { webhook },
    };
  }
  return notifier
    ? { target: `channel of ${notifier}`, notifiers: [notifier], settings }
    : undefined;
}

async function peopleBehind(
  { oncall, catalog }: FindDeps,
  entityRef: string,
  target: Target,
): Promise<People> {
  if (target.level !== undefined) {
    const answer = oncall.answerFor(target.entityRef ?? entityRef);
    const late = 'nobody says who is on call';
    return peopleAtLevel(await within(answer, patience, late), target.level);
  }
  return peopleInCatalog(target, entityRef, await catalog.index());
}

async function waysTo(
  { notifiers, logger }: FindDeps,
  person: OnCallPerson,
): Promise<string[]> {
  const ways = await Promise.all(
    [...notifiers.values()].map(async notifier => {
      try {
        const reaches = Promise.resolve(notifier.reaches(person));
        return (await within(reaches, patience, 'no answer'))
          ? notifier.id
          : [];
      } catch (error) {
        logger.warn(
          `${notifier.id} does not say whether it reaches somebody: ${reasonOf(
            error,
          )}`,
        );
        return [];
      }
    }),
  );
  return ways.flat();
}
