import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import {
  onCallReadPermission,
  type LoadReport,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { onCallRouteRef } from '../routes';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef } from '../translation';
import { describeFairness, describeLoad, loadMeasures } from './describeLoad';
import { LoadExport } from './LoadExport';
import { LoadTable } from './LoadTable';
import { LoadTools } from './LoadTools';
import { loadPeriod } from './loadPeriod';
import styles from './load.module.css';

/** What being on call costs each person in a month or a quarter, and how even that is. */
export function LoadPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const onCallHref = useRouteRef(onCallRouteRef)();
  const sight = usePermission({ permission: onCallReadPermission });
  return (
    <PageShell title={t('load.open')}>
      <div className={styles.page}>
        <p className={styles.line}>
          <Link href={onCallHref}>{t('onCall.all')}</Link>
        </p>
        {sight.loading && <SkeletonLines lines={6} height={48} />}
        {!sight.loading && !sight.allowed && (
          <Panel title={t('load.open')}>
            <TaughtEmpty
              title={t('onCall.hidden')}
              advice={t('onCall.hiddenAdvice')}
            />
          </Panel>
        )}
        {sight.allowed && <Seen />}
      </div>
    </PageShell>
  );
}

function Seen() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const now = useNow(60_000);
  const [search] = useSearchParams();
  const schedule = search.get('schedule') ?? undefined;
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  const period = loadPeriod(
    { kind: search.get('period'), day: search.get('day') },
    now,
    { zone, language },
  );
  const query = { ...period.asked, schedule };
  const load = useIncidentsQuery(
    ['on-call-load', query],
    (api, signal) => api.getOnCallLoad({ query }, { signal }),
    { keepPrevious: true, steady: true },
  );
  const { data, error } = load;
  return (
    <>
      <Panel title={t('load.title', { period: period.title })}>
        <LoadTools period={period} schedule={schedule} />
        {period.isOpen && <p className={styles.quiet}>{t('load.planned')}</p>}
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => load.refetch()}
          />
        )}
        {load.isPending && <SkeletonLines lines={5} height={56} />}
        {data && <Report report={data} />}
        <LoadExport key={JSON.stringify(query)} query={query} />
      </Panel>
      {data && data.people.length > 0 && (
        <Panel title={t('load.fairness')}>
          <ul className={styles.fairness}>
            {describeFairness(data, { t, language }).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Report({ report }: { report: LoadReport }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const [search] = useSearchParams();
  const wanted = search.get('sort');
  const sort = loadMeasures.find(measure => measure === wanted) ?? 'hours';
  if (!report.people.length) {
    return (
      <TaughtEmpty title={t('load.nobody')} advice={t('load.nobodyAdvice')} />
    );
  }
  return (
    <>
      <LoadTable
        rows={describeLoad(report, sort, { t, language })}
        sort={sort}
      />
      <p className={styles.quiet}>
        {t('load.legend')} {t('load.counted', { count: report.schedules })}
      </p>
    </>
  );
}
