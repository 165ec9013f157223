import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Runbook } from 'backstage-plugin-incidents-common';
import { runbookRouteRef } from '../routes';
import { placeOfRunbook } from './placeOfRunbook';

/** Where a runbook is opened: the page of this portal for files, which keeps the reader in it; else its own address. */
export function useRunbookUrl(): (
  runbook: Pick<Runbook, 'kind' | 'url'>,
) => string {
  const runbookHref = useRouteRef(runbookRouteRef);
  return useCallback(
    ({ kind, url }) => {
      const place = kind === 'file' ? placeOfRunbook(url) : undefined;
      return place ? runbookHref(place) : url;
    },
    [runbookHref],
  );
}
