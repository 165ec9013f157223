import { useEffect } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { QueryClient } from '@tanstack/react-query';
import { incidentsSignalChannel } from 'backstage-plugin-incidents-common';
import { throttle } from './throttle';

type Listening = { readers: number; stop: () => void };

const listening = new WeakMap<QueryClient, Listening>();

/**
 * Refetches what is on the screen when the backend says that something changed, at most once a second. One subscription
 * serves all readers of a cache.
 *
 * @returns How often to ask without being told, in milliseconds: the connection of the signals may break silently.
 */
export function useLiveQueries(client: QueryClient): number {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals) return undefined;
    let entry = listening.get(client);
    if (!entry) {
      const refetch = throttle(
        () =>
          client.invalidateQueries({
            predicate: ({ meta }) => meta?.steady !== true,
          }),
        1_000,
      );
      const { unsubscribe } = signals.subscribe(
        incidentsSignalChannel,
        refetch,
      );
      entry = { readers: 0, stop: unsubscribe };
      listening.set(client, entry);
    }
    const shared = entry;
    shared.readers += 1;
    return () => {
      shared.readers -= 1;
      if (shared.readers > 0) return;
      shared.stop();
      listening.delete(client);
    };
  }, [client, signals]);
  return signals ? 60_000 : 30_000;
}
