import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { incidentsApiRef } from '../api/incidentsApiRef';
import { queryClientOf } from './queryClients';

/**
 * Changes something through the incidents backend; afterwards everything on the screen is asked again, also after a refusal,
 * because a refusal mostly means that the screen is out of date.
 *
 * @public
 */
export function useIncidentsMutation<Input, Result>(
  run: (api: IncidentsApi, input: Input) => Promise<Result>,
): UseMutationResult<Result, Error, Input> {
  const api = useApi(incidentsApiRef);
  const client = queryClientOf(api);
  return useMutation<Result, Error, Input>(
    {
      mutationFn: input => run(api, input),
      onSettled: () => {
        client.invalidateQueries();
      },
    },
    client,
  );
}
