import {
  parseEntityRef,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  incidentAnnotations,
  type OnCallPerson,
} from 'backstage-plugin-incidents-common';
import type {
  OnCallProvider,
  ShiftAnswer,
} from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { CatalogEntry, CatalogIndex } from '../platform/catalogIndex';
import { toPerson } from './people';

/** More people than this are not somebody to call but an organisation. */
const mostPeople = 50;

/** Answers from the catalog, without end: the owner group with its lead first, or the user who owns the entity. */
export function createOwnerGroupProvider(catalog: Catalog): OnCallProvider {
  return {
    id: 'owner-group',
    title: 'Owner group',
    async shifts({ entityRef, ownerRef, target, from }) {
      const subject = target ? refOf(target) : ownerRef;
      if (!subject) {
        return nobody(entityRef, `${entityRef} has no owner in the catalog.`);
      }
      const index = await catalog.index();
      const owner = index.get(subject);
      if (!owner) {
        return nobody(subject, `Its owner ${subject} is not in the catalog.`);
      }
      const { people, because } = peopleOf(owner, index);
      const shifts = people
        .slice(0, mostPeople)
        .map(person => ({ level: 1, levelName: 'Owner', person, from }));
      const cut =
        people.length > mostPeople
          ? ` Only the first ${mostPeople} of ${people.length} are listed.`
          : '';
      return { subject, shifts, because: `${because}${cut}` };
    },
  };
}

function refOf(target: string): string {
  const defaults = { defaultKind: 'group', defaultNamespace: 'default' };
  return stringifyEntityRef(parseEntityRef(target, defaults));
}

function nobody(subject: string, because: string): ShiftAnswer {
  return { subject, shifts: [], because };
}

type People = { people: OnCallPerson[]; because: string };

function peopleOf(owner: CatalogEntry, index: CatalogIndex): People {
  const name = owner.profile.displayName ?? owner.title;
  if (owner.kind === 'user') {
    return { people: [toPerson(owner)], because: `${name} owns it.` };
  }
  const own = membersOf([owner], index);
  if (own.length > 0) {
    const order = own[0].role === 'lead' ? ', the lead first' : '';
    return {
      people: own,
      because: `The members of its owner ${name} answer${order}.`,
    };
  }
  const below = membersBelow(owner, index);
  return {
    people: below,
    because:
      below.length > 0
        ? `Its owner ${name} has no members itself, so those of its child groups answer.`
        : `Its owner ${name} has no members, and its child groups have none either.`,
  };
}

/** Members of the nearest generation of child groups that has any. */
function membersBelow(group: CatalogEntry, index: CatalogIndex) {
  const seen = new Set([group.ref]);
  let generation = childrenOf([group], index, seen);
  while (generation.length > 0) {
    const members = membersOf(generation, index);
    if (members.length > 0) return members;
    generation = childrenOf(generation, index, seen);
  }
  return [];
}

function childrenOf(
  groups: CatalogEntry[],
  index: CatalogIndex,
  seen: Set<string>,
): CatalogEntry[] {
  const refs = groups
    .flatMap(group => group.relations.get(RELATION_PARENT_OF) ?? [])
    .filter(ref => !seen.has(ref));
  refs.forEach(ref => seen.add(ref));
  return [...new Set(refs)].flatMap(ref => index.get(ref) ?? []);
}

/** Leads first, then the others as the catalog lists them; everybody once. */
function membersOf(groups: CatalogEntry[], index: CatalogIndex) {
  const people = new Map<string, OnCallPerson>();
  for (const group of groups) {
    const lead = leadOf(group, index);
    if (lead) people.set(lead.ref, { ...toPerson(lead), role: 'lead' });
  }
  for (const member of groups.flatMap(group => index.members(group.ref))) {
    if (!people.has(member.ref)) people.set(member.ref, toPerson(member));
  }
  return [...people.values()];
}

function leadOf(group: CatalogEntry, index: CatalogIndex) {
  const named = group.annotations[incidentAnnotations.lead]?.trim();
  if (!named) return undefined;
  try {
    const defaults = { defaultKind: 'user', defaultNamespace: 'default' };
    const ref = stringifyEntityRef(parseEntityRef(named, defaults));
    return index.get(ref);
  } catch {
    // Not an entity ref: the group then has members, but no lead.
    return undefined;
  }
}
