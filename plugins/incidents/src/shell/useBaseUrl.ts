import { useEffect, useState } from 'react';
import { discoveryApiRef, useApiHolder } from '@backstage/frontend-plugin-api';

/** Where commands for the backend go. */
export function useBaseUrl(): string {
  const discoveryApi = useApiHolder().get(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('https://portal/api/incidents');
  useEffect(() => {
    let current = true;
    discoveryApi
      ?.getBaseUrl('incidents')
      .then(url => current && setBaseUrl(url))
      // The command is then one to adapt.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [discoveryApi]);
  return baseUrl;
}
