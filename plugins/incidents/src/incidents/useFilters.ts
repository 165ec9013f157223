import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { filtersFrom, toSearch, type Filters } from './describeFilters';

export type ChangeFilters = (
  part: Partial<Filters>,
  how?: { replace?: boolean },
) => void;

/** The filters of the list, kept in the address; a changed filter starts at the first page. */
export function useFilters(): [Filters, ChangeFilters] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const change = useCallback<ChangeFilters>(
    (part, how) =>
      setSearch(
        previous =>
          toSearch({ ...filtersFrom(previous), cursors: [], ...part }),
        { replace: how?.replace ?? false },
      ),
    [setSearch],
  );
  return [filters, change];
}
