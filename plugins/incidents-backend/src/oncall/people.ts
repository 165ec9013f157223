import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type { CatalogEntry, CatalogIndex } from '../platform/catalogIndex';
import type { PersonOf } from './rules/schedule/laySchedule';
import type { WhyUnreachable } from './rules/findUnreachable';

export function toPerson(user: CatalogEntry): OnCallPerson {
  const { displayName, email, picture } = user.profile;
  return {
    ref: user.ref,
    displayName: displayName ?? user.title,
    ...(email && { email }),
    ...(picture && { picture }),
  };
}

/** Who is meant by a ref. Somebody whom the catalog does not know is called by their name in it. */
export function peopleOf(index: CatalogIndex | undefined): PersonOf {
  return ref => {
    const user = index?.get(ref);
    return user
      ? toPerson(user)
      : { ref, displayName: ref.slice(ref.indexOf('/') + 1) };
  };
}

/** Who cannot be paged, since there is no address to page them at. */
export function addressesIn(index: CatalogIndex): WhyUnreachable {
  return ref => {
    const user = index.get(ref);
    if (!user) return `${ref} is not in the catalog.`;
    const { displayName, email } = toPerson(user);
    return email
      ? undefined
      : `${displayName} has no e-mail address in the catalog.`;
  };
}
