import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { rootRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { ActiveTable } from './ActiveTable';
import { describeActive, shownIncidents } from './describeActive';
import styles from './home.module.css';

/** What is open in the whole portal. */
export function Content() {
  const { data, error, refetch } = useIncidentsQuery(
    ['active-incidents'],
    (api, signal) =>
      api.listIncidents(
        {
          query: { status: ['open'], sort: 'severity', limit: shownIncidents },
        },
        { signal },
      ),
  );
  const view = data && describeActive(data);
  return (
    <div className={styles.active}>
      {error && (
        <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
      )}
      {!view && !error && <SkeletonLines lines={5} />}
      {view && view.rows.length > 0 && <ActiveTable rows={view.rows} />}
      {view && view.rows.length === 0 && !error && <Calm />}
      <Rest more={view?.more ?? 0} />
    </div>
  );
}

function Calm() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <div className={styles.calm}>
      <RiCheckLine className={styles.icon} aria-hidden="true" />
      <p>
        <strong>{t('home.active.none')}</strong>
        <br />
        {t('home.active.noneAdvice')}
      </p>
    </div>
  );
}

function Rest({ more }: { more: number }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const overview = useRouteRef(rootRouteRef);
  return (
    <p className={styles.rest}>
      {more > 0 && <span>{t('home.active.more', { count: more })}</span>}
      <Link href={overview()}>{t('home.active.overview')}</Link>
    </p>
  );
}
