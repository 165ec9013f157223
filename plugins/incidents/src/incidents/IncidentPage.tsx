import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useParams } from 'react-router-dom';
import { PageShell } from '../shell/PageShell';
import { IncidentView } from './IncidentView';
import styles from './incident.module.css';

/** One incident: who joins late reads the first screen and knows. */
export function IncidentPage() {
  const { key = '' } = useParams();
  const incident = useIncidentsQuery(['incident', key], (api, signal) =>
    api.getIncident({ params: { key } }, { signal }),
  );
  const { data, error } = incident;
  return (
    <PageShell
      entityRef={data?.entityRefs[0]}
      title={data ? `${data.key} ${data.title}` : key}
    >
      <div className={styles.page}>
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => incident.refetch()}
          />
        )}
        {data && <IncidentView incident={data} />}
        {incident.isPending && <SkeletonLines lines={8} height={40} />}
      </div>
    </PageShell>
  );
}
