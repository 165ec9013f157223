import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import {
  onCallReadPermission,
  type ScheduleDetail,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
  useNow,
} from 'backstage-plugin-incidents-react';
import { useParams } from 'react-router-dom';
import { onCallRouteRef } from '../routes';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef } from '../translation';
import { HandoverPanel } from './HandoverPanel';
import { FortnightPanel } from './FortnightPanel';
import { ScheduleTools } from './ScheduleTools';
import { ShiftWork } from './ShiftWork';
import { AmendmentsPanel } from './amendments/AmendmentsPanel';
import { TroublePanel } from './TroublePanel';
import { usePlace } from './usePlace';
import styles from './oncall.module.css';

/** One schedule: its fortnight, and what is amiss in the weeks to come. */
export function SchedulePage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name = '' } = useParams();
  const onCallHref = useRouteRef(onCallRouteRef)();
  const sight = usePermission({ permission: onCallReadPermission });
  return (
    <PageShell title={name}>
      <div className={styles.page}>
        <p className={styles.line}>
          <Link href={onCallHref}>{t('onCall.all')}</Link>
        </p>
        {sight.loading && <SkeletonLines lines={6} height={48} />}
        {!sight.loading && !sight.allowed && (
          <Panel title={name}>
            <TaughtEmpty
              title={t('onCall.hidden')}
              advice={t('onCall.hiddenAdvice')}
            />
          </Panel>
        )}
        {sight.allowed && <Seen name={name} />}
      </div>
    </PageShell>
  );
}

function Seen({ name }: { name: string }) {
  const schedule = useIncidentsQuery(['schedule', name], (api, signal) =>
    api.getSchedule({ params: { name } }, { signal }),
  );
  const { data, error } = schedule;
  return (
    <>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => schedule.refetch()}
        />
      )}
      {schedule.isPending && <SkeletonLines lines={6} height={48} />}
      {data && <Shown schedule={data} />}
    </>
  );
}

function Shown({ schedule }: { schedule: ScheduleDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(60_000);
  const place = usePlace(schedule, now);
  return (
    <>
      {schedule.archivedAt && (
        <p className={styles.line}>{t('onCall.archived')}</p>
      )}
      <ScheduleTools schedule={schedule} place={place} />
      <FortnightPanel schedule={schedule} place={place} now={now} />
      {!schedule.archivedAt && (
        <TroublePanel schedule={schedule} place={place} now={now} />
      )}
      <HandoverPanel schedule={schedule.definition} place={place} />
      <ShiftWork schedule={schedule} place={place} now={now} />
      <AmendmentsPanel schedule={schedule} place={place} now={now} />
    </>
  );
}
