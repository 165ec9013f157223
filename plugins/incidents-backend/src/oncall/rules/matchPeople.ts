import { createHash } from 'node:crypto';
import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type {
  RemotePerson,
  RemoteShift,
  Shift,
} from 'backstage-plugin-incidents-node';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';
import type { PersonOf } from './schedule/laySchedule';

/** How the refs of those begin whom the catalog does not know. */
const outside = 'outside:';

/** Who is meant by what another program calls them. */
export type FindPerson = (person: RemotePerson) => OnCallPerson;

/**
 * Users are known by their e-mail address, by their ref, or, when neither is said, by a name that only one of them has. Anybody
 * else keeps the name that the provider gave, and the address if it gave one: nobody is guessed.
 */
export function findPeopleIn(
  index: CatalogIndex | undefined,
  { provider, personOf }: { provider: string; personOf: PersonOf },
): FindPerson {
  let users: Users | undefined;
  return ({ name, email, ref }) => {
    users ??= usersOf(index);
    const user = email
      ? users.byEmail.get(email.toLowerCase())
      : users.byRef.get(ref?.toLowerCase() ?? '') ??
        users.byName.get(name.trim().toLowerCase());
    if (user) return personOf(user.ref);
    if (ref?.startsWith('user:')) return personOf(ref.toLowerCase());
    return {
      ref: `${outside}${provider}/${shortOf(email?.toLowerCase() ?? name)}`,
      displayName: name || email || 'somebody',
      ...(email && { email }),
    };
  };
}

export function isOutside(ref: string): boolean {
  return ref.startsWith(outside);
}

function shortOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/** As the portal knows them. */
export function inCatalog(shifts: RemoteShift[], find: FindPerson): Shift[] {
  return shifts.map(({ person, ...shift }) => ({
    ...shift,
    person: find(person),
  }));
}

type Users = Record<
  'byEmail' | 'byRef' | 'byName',
  Map<string, CatalogEntry | undefined>
>;

function usersOf(index: CatalogIndex | undefined): Users {
  const users: Users = {
    ...{ byEmail: new Map(), byRef: new Map(), byName: new Map() },
  };
  for (const entry of index?.all() ?? []) {
    if (entry.kind !== 'user') continue;
    const { email, displayName } = entry.profile;
    users.byRef.set(entry.ref, entry);
    if (email) users.byEmail.set(email.toLowerCase(), entry);
    const names = [entry.name, entry.title, displayName ?? ''];
    for (const name of new Set(names.map(one => one.trim().toLowerCase()))) {
      // A name that two have is nobody's.
      if (name)
        users.byName.set(name, users.byName.has(name) ? undefined : entry);
    }
  }
  return users;
}
