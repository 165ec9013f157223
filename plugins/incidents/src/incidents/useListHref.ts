import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { incidentListRouteRef } from '../routes';
import { toSearch, type Filters } from './describeFilters';

/** The address of the list with filters. */
export function useListHref(): (filters?: Partial<Filters>) => string {
  const base = useRouteRef(incidentListRouteRef)();
  return useCallback(
    (filters = {}) => {
      const search = toSearch(filters).toString();
      return search ? `${base}?${search}` : base;
    },
    [base],
  );
}
