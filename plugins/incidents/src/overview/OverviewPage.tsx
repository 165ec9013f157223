import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { PageShell } from '../shell/PageShell';
import { OverviewContent } from './OverviewContent';
import styles from './overview.module.css';

/** What is burning, what is neglected, who is awake, where it burned lately. */
export function OverviewPage() {
  const overview = useIncidentsQuery(['overview'], (api, signal) =>
    api.getOverview({}, { signal }),
  );
  return (
    <PageShell>
      <div className={styles.page}>
        {overview.error && (
          <ProblemPanel
            error={overview.error}
            stale={Boolean(overview.data)}
            onRetry={() => overview.refetch()}
          />
        )}
        {overview.data && <OverviewContent overview={overview.data} />}
        {overview.isPending && <SkeletonLines lines={8} height={40} />}
      </div>
    </PageShell>
  );
}
