import {
  incidentAnnotations,
  type OnCallAnswer,
  type OnCallPerson,
} from 'backstage-plugin-incidents-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';
import type { Target } from './page';

/** People whom a target stands for, or why it stands for nobody. */
export type People = { words: string; people: OnCallPerson[]; gap?: string };

/** Nobody is helped by a hundred people who are woken at once. */
export const mostPeople = 20;

/** Who is on call at a level, by an answer of on-call. */
export function peopleAtLevel(answer: OnCallAnswer, number: number): People {
  const level = answer.levels.find(one => one.level === number);
  const words = level ? `level ${number} (${level.name})` : `level ${number}`;
  if (!level) {
    return {
      ...{ words, people: [] },
      gap: `Nobody is on call at level ${number}: ${
        answer.levels.length === 0
          ? answer.because
          : `${answer.subject} has no such level`
      }`,
    };
  }
  if (level.people.length === 0) {
    const gap = level.gap ?? `Nobody is on call at ${words}`;
    return { words, people: [], gap };
  }
  return { words, people: level.people.slice(0, mostPeople) };
}

/** A user, the members of a group, or the lead of the group that owns an entity. */
export function peopleInCatalog(
  target: Target,
  entityRef: string,
  index: CatalogIndex,
): People {
  if (target.user) return userNamed(target.user, index);
  if (target.group) return membersOf(target.group, index);
  const owner = index.get(index.get(entityRef)?.ownerRef ?? '');
  const lead = leadOf(owner, index);
  const words = 'the lead of the owner';
  return lead
    ? { words, people: [personOf(lead)] }
    : {
        ...{ words, people: [] },
        gap: owner
          ? `Nobody leads ${owner.ref}: it has no annotation ${incidentAnnotations.lead}`
          : `Nobody owns ${entityRef}`,
      };
}

function userNamed(ref: string, index: CatalogIndex): People {
  const user = index.get(ref);
  const words = 'named by the policy';
  return user
    ? { words, people: [personOf(user)] }
    : { words, people: [], gap: `${ref} is not in the catalog` };
}

function membersOf(ref: string, index: CatalogIndex): People {
  const group = index.get(ref);
  const words = `members of ${ref}`;
  if (!group) return { words, people: [], gap: `${ref} is not in the catalog` };
  const members = index.members(ref).map(personOf);
  const lead = leadOf(group, index);
  const people = lead ? [personOf(lead), ...members] : members;
  return people.length > 0
    ? { words, people: onceEach(people).slice(0, mostPeople) }
    : { words, people: [], gap: `${ref} has no members` };
}

/** A user who owns something leads it. */
function leadOf(
  owner: CatalogEntry | undefined,
  index: CatalogIndex,
): CatalogEntry | undefined {
  if (!owner || owner.kind === 'user') return owner;
  const named = owner.annotations[incidentAnnotations.lead]?.trim();
  if (!named) return undefined;
  try {
    const defaults = { defaultKind: 'user', defaultNamespace: 'default' };
    return index.get(stringifyEntityRef(parseEntityRef(named, defaults)));
  } catch {
    // Not an entity ref: then nobody is named.
    return undefined;
  }
}

export function onceEach(people: OnCallPerson[]): OnCallPerson[] {
  return [...new Map(people.map(person => [person.ref, person])).values()];
}

function personOf({ ref, profile, title }: CatalogEntry): OnCallPerson {
  const { displayName, email } = profile;
  return { ref, displayName: displayName ?? title, ...(email && { email }) };
}
