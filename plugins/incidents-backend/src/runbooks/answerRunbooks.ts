import type { Runbook, RunbookAnswer } from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import { findEntry } from '../platform/findEntry';
import { hashOf } from '../platform/identity';
import { type Bringer, bringersOf } from './rules/bringersOf';
import type { Occasion } from './rules/matchAlerts';
import { offerFiles, type Reading } from './rules/offerFiles';
import {
  linksOfAlerts,
  linksOfEntity,
  type LinkOffer,
} from './rules/offerLinks';
import { openShelf } from './openShelf';
import type { RunbookSettings } from './settings';
import type { Shelves } from './shelves';

export type Deps = {
  catalog: Catalog;
  shelves: Shelves;
  settings: RunbookSettings;
  clock: { now(): Date };
};

/** The alert's own first, then what the entity, its system, its domain and its owner bring, in this order. */
export async function answerRunbooks(
  deps: Deps,
  request: Occasion & { entityRef: string },
): Promise<RunbookAnswer> {
  const own = linksOfAlerts(request.alerts);
  const items = own.links.map(toRunbook);
  const problems = [...own.problems];
  try {
    const bringers = await findBringers(deps.catalog, request.entityRef);
    const brought = await Promise.all(
      bringers.map(bringer => bring(deps, bringer, request)),
    );
    items.push(...brought.flatMap(answer => answer.items));
    problems.push(...brought.flatMap(answer => answer.problems));
  } catch (error) {
    // Better the alert's own link than none, but nothing at all must not look like a gap.
    if (items.length === 0) throw error;
    problems.push(
      `Only links of the alerts are shown. ${(error as Error).message}`,
    );
  }
  return { items: onceEach(items), problems: [...new Set(problems)] };
}

/**
 * Who brings runbooks to an entity.
 *
 * @throws Error with a sentence when the catalog does not know the entity or does not answer.
 */
export async function findBringers(
  catalog: Catalog,
  entityRef: string,
): Promise<Bringer[]> {
  const unknown = `The runbooks of ${entityRef} are not known`;
  const { entry, index } = await findEntry(catalog, entityRef, unknown);
  return bringersOf(entry, index);
}

async function bring(
  { shelves, settings, clock }: Deps,
  bringer: Bringer,
  occasion: Occasion,
): Promise<RunbookAnswer> {
  const shelf = await openShelf(shelves, settings, bringer.entry);
  const linked = linksOfEntity(bringer);
  const reading: Reading = { ...settings, now: clock.now() };
  return {
    items: [
      ...offerFiles(shelf.files, bringer, occasion, reading),
      ...linked.links.map(toRunbook),
    ],
    problems: [...shelf.problems, ...linked.problems],
  };
}

function toRunbook(link: LinkOffer): Runbook {
  const id = hashOf(`link\n${link.url}`, 12);
  const unread = { alerts: [], severities: [], steps: 0 };
  return { id, kind: 'link', ...link, ...unread };
}

/** The same place may be brought twice, as by a component and its system: the first one stands. */
function onceEach(items: Runbook[]): Runbook[] {
  const seen = new Set<string>();
  return items.filter(({ url, id }) => {
    const isKnown = seen.has(url) || seen.has(id);
    seen.add(url).add(id);
    return !isKnown;
  });
}
