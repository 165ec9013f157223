import { useIncidentsQuery } from 'backstage-plugin-incidents-react';
import type { RunbookPlace } from './placeOfRunbook';

/** One runbook with its Markdown. */
export function useRunbook(place: RunbookPlace) {
  return useIncidentsQuery(['runbook', place], (api, signal) =>
    api.getRunbook({ params: { ...place } }, { signal }),
  );
}
