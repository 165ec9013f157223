import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { useIncidentsQuery } from 'backstage-plugin-incidents-react';
import type { Range } from './describeHistory';

/** More than these are read in the list. */
const shown = 100;

/** The same summary, with the incidents of a range: where they are too many, the summary has only the latest. */
export function useIncidentsIn(
  summary: EntitySummary,
  range: Range | undefined,
): EntitySummary {
  const { entityRef, days } = summary;
  const query = {
    ...({ entityRef: [entityRef], sort: '-declaredAt', limit: shown } as const),
    ...(range && {
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
    }),
  };
  const { data } = useIncidentsQuery(
    ['incidents-in', query],
    (api, signal) => api.listIncidents({ query }, { signal }),
    { enabled: Boolean(days && range), keepPrevious: true },
  );
  return days && range && data ? { ...summary, strip: data.items } : summary;
}
