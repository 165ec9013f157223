import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ProblemPanel, SkeletonLines } from 'backstage-plugin-incidents-react';
import { ServiceView } from './ServiceView';
import { Unknown } from './Unknown';
import { useEntitySummary } from './useEntitySummary';
import styles from './service.module.css';

/** The tab "Incidents" of an entity. */
export function IncidentsTab() {
  const { entity } = useEntity();
  const { data, error, refetch } = useEntitySummary(entity);
  if (data) {
    return (
      <div className={styles.page}>
        {error && <ProblemPanel error={error} stale onRetry={refetch} />}
        <ServiceView summary={data} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {error ? (
        <Unknown
          error={error}
          entityRef={stringifyEntityRef(entity)}
          onRetry={refetch}
        />
      ) : (
        <SkeletonLines lines={12} />
      )}
    </div>
  );
}
