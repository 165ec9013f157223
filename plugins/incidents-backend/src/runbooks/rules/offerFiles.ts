import type { Runbook } from 'backstage-plugin-incidents-common';
import type { RunbookFile } from '../runbookFile';
import { type Bringer, whoseIs } from './bringersOf';
import { isStale } from './isStale';
import { matchAlerts, type Occasion } from './matchAlerts';

/** What an offer of a file is made with. */
export type Reading = {
  now: Date;
  appBaseUrl: string;
  staleAfterDays: number;
};

/** The files of one entity: those that match first, the most exact one at the top, then the others by their paths. */
export function offerFiles(
  files: RunbookFile[],
  bringer: Bringer,
  occasion: Occasion,
  reading: Reading,
): Runbook[] {
  const judged = files.map(file => ({
    file,
    match: matchAlerts(file, occasion),
  }));
  judged.sort(
    (a, b) =>
      Number(b.match.matches) - Number(a.match.matches) ||
      (a.match.matches ? b.match.exactness - a.match.exactness : 0) ||
      compare(a.file.path, b.file.path),
  );
  return judged.map(({ file, match }) => ({
    ...offerFile(file, bringer, reading),
    matches: match.matches,
    because: match.because ?? `One of the runbooks of ${whoseIs(bringer)}.`,
  }));
}

function offerFile(
  file: RunbookFile,
  { from, entry }: Bringer,
  { now, appBaseUrl, staleAfterDays }: Reading,
): Omit<Runbook, 'matches' | 'because'> {
  const { id, title, alerts, severities, steps } = file;
  const { lastReviewed, executableBy, rare } = file;
  const place = [entry.kind, entry.namespace, entry.name].map(
    encodeURIComponent,
  );
  return {
    id,
    title,
    kind: 'file',
    url: `${appBaseUrl}/incidents/runbooks/${place.join('/')}/${id}`,
    from,
    fromRef: entry.ref,
    alerts,
    severities,
    steps,
    stale: isStale(lastReviewed, now, staleAfterDays),
    ...(lastReviewed && { lastReviewed }),
    ...(executableBy && { executableBy }),
    ...(rare !== undefined && { rare }),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
