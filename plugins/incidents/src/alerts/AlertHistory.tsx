import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { EntryRow } from '../incidents/EntryRow';
import { foldTimeline } from '../incidents/foldTimeline';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

const shown = 20;

/** What happened to one alert, newest first, with what was held back while it flapped. */
export function AlertHistory({ alertId }: { alertId: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const timeline = useIncidentsQuery(
    ['alert-timeline', alertId],
    (api, signal) =>
      api.getAlertTimeline(
        { params: { id: alertId }, query: { limit: shown } },
        { signal },
      ),
  );
  const { data, error } = timeline;
  const more = data ? data.totalItems - data.items.length : 0;
  if (timeline.isPending) return <SkeletonLines lines={2} height={24} />;
  return (
    <>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => timeline.refetch()}
        />
      )}
      <ol className={styles.history} aria-label={t('alerts.history')}>
        {foldTimeline(data?.items ?? []).map(line => (
          <EntryRow key={line.entry.id} line={line} />
        ))}
      </ol>
      {more > 0 && <p>{t('alerts.history.more', { count: more })}</p>}
    </>
  );
}
