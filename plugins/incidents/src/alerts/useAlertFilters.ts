import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  alertFiltersFrom,
  toAlertSearch,
  type AlertFilters,
} from './describeAlertFilters';

export type ChangeAlertFilters = (
  part: Partial<AlertFilters>,
  how?: { replace?: boolean },
) => void;

/** The filters of the stream, kept in the address; a changed filter starts at the first page. */
export function useAlertFilters(): [AlertFilters, ChangeAlertFilters] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => alertFiltersFrom(search), [search]);
  const change = useCallback<ChangeAlertFilters>(
    (part, how) =>
      setSearch(
        previous =>
          toAlertSearch({
            ...alertFiltersFrom(previous),
            cursors: [],
            ...part,
          }),
        { replace: how?.replace ?? false },
      ),
    [setSearch],
  );
  return [filters, change];
}
