import { useApi } from '@backstage/frontend-plugin-api';
import {
  keepPreviousData,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { incidentsApiRef } from '../api/incidentsApiRef';
import { queryClientOf } from './queryClients';
import { useLiveQueries } from './useLiveQueries';

/**
 * How a question behaves while its answer is on the way, or not wanted.
 *
 * @public
 */
export type IncidentsQueryOptions = {
  /** False while what the question is about is not known yet. */
  enabled?: boolean;
  /** Show the last answer until the one to the changed question is there. */
  keepPrevious?: boolean;
  /** Ask once, and again only when the question changes or the reader changes something: for reports that cost a lot. */
  steady?: boolean;
};

/**
 * Asks the incidents backend and keeps the answer fresh: by signal, by poll where there are no signals, and when the reader
 * comes back to the window.
 *
 * @param key - What makes this question different from others.
 * @param ask - Called with the API and the abort signal to hand on.
 * @public
 */
export function useIncidentsQuery<T>(
  key: readonly unknown[],
  ask: (api: IncidentsApi, signal: AbortSignal) => Promise<T>,
  options: IncidentsQueryOptions = {},
): UseQueryResult<T, Error> {
  const api = useApi(incidentsApiRef);
  const client = queryClientOf(api);
  const refetchInterval = useLiveQueries(client);
  return useQuery<T, Error>(
    {
      queryKey: key,
      queryFn: ({ signal }) => ask(api, signal),
      enabled: options.enabled ?? true,
      ...(options.steady
        ? { meta: { steady: true }, refetchOnWindowFocus: false }
        : { refetchInterval }),
      ...(options.keepPrevious && { placeholderData: keepPreviousData }),
    },
    client,
  );
}
