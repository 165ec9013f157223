import { QueryClient } from '@tanstack/react-query';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';

const clients = new WeakMap<IncidentsApi, QueryClient>();

/**
 * The cache that belongs to an API: one for the whole portal, so that pages, cards and widgets share what they fetched
 * without a provider around them; another one for each test.
 */
export function queryClientOf(api: IncidentsApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = createQueryClient();
    clients.set(api, client);
  }
  return client;
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 1 && mayHeal(error),
        retryDelay: 500,
        staleTime: 1_000,
        refetchOnWindowFocus: 'always',
      },
      mutations: { retry: false },
    },
  });
}

/** Asking again does not help against an answer that blames the question. */
function mayHeal(error: Error & { statusCode?: number }): boolean {
  return !(error.statusCode && error.statusCode < 500);
}
