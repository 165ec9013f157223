import { useEffect, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The ref of the reader, once it is known. */
export function useMe(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const [ref, setRef] = useState<string>();
  useEffect(() => {
    let current = true;
    identityApi
      .getBackstageIdentity()
      .then(({ userEntityRef }) => current && setRef(userEntityRef))
      // Nobody is marked then.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [identityApi]);
  return ref;
}
