import { useIncidentsQuery } from 'backstage-plugin-incidents-react';
import {
  alertGroups,
  toAlertQuery,
  type AlertFilters,
  type AlertGroup,
} from './describeAlertFilters';
import type { GroupCounts, Total } from './describeGroups';

/** How many alerts each group has under the filters. A number that fails is missing, and the others stand. */
export function useGroupCounts(filters: AlertFilters): {
  counts: GroupCounts;
  isPending: boolean;
} {
  const { sort, cursors, show, ...narrowing } = filters;
  const counted = useIncidentsQuery(
    ['alert-counts', narrowing],
    async (api, signal) => {
      const totals = await Promise.all(
        alertGroups.map(group =>
          api
            .listAlerts(
              { query: { ...toAlertQuery(filters, group), limit: 1 } },
              { signal },
            )
            .then(page => [[group, page]] as [AlertGroup, Total][])
            // The list below says what is wrong.
            .catch(() => []),
        ),
      );
      return Object.fromEntries(totals.flat()) as GroupCounts;
    },
    { keepPrevious: true },
  );
  return { counts: counted.data ?? {}, isPending: counted.isPending };
}
