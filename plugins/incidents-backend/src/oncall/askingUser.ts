import { InputError } from '@backstage/errors';
import type { Actor } from 'backstage-plugin-incidents-common';

/** Whose shifts are meant when nobody is named. @throws InputError when it is no person who asks. */
export function userOf({ type, ref }: Actor): string {
  if (type === 'user') return ref;
  throw new InputError(
    'The query is not valid: user: is needed, since it is no user who asks',
  );
}
