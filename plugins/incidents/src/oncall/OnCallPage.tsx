import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ScheduleSummary } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SectionContent,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
  useNow,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { Pager } from '../incidents/Pager';
import { scheduleRouteRef } from '../routes';
import { describeOnCall } from '../service/describeOnCall';
import { LevelRow } from '../service/LevelRow';
import { PageShell } from '../shell/PageShell';
import { useBaseUrl } from '../shell/useBaseUrl';
import { incidentsTranslationRef } from '../translation';
import { firstScheduleCommand } from './firstScheduleCommand';
import { HandoverLink } from './HandoverLink';
import { OnCallTools } from './OnCallTools';
import { MyShiftsPanel } from './subscribe/MyShiftsPanel';
import styles from './oncall.module.css';

/** The schedules: who is on call now, until when, who is next. */
export function OnCallPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const cursors = search.getAll('cursor').filter(Boolean);
  const cursor = cursors.at(-1);
  const query = { limit: 50, ...(cursor && { cursor }) };
  const schedules = useIncidentsQuery(
    ['schedules', query],
    (api, signal) => api.listSchedules({ query }, { signal }),
    { keepPrevious: true },
  );
  const { data, error } = schedules;
  return (
    <PageShell>
      <div className={styles.page}>
        <OnCallTools />
        <MyShiftsPanel />
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => schedules.refetch()}
          />
        )}
        {schedules.isPending && (
          <Panel title={t('onCall.title')}>
            <SkeletonLines lines={4} height={48} />
          </Panel>
        )}
        {data && !data.items.length && <FirstSchedule />}
        <div className={styles.schedules}>
          {data?.items.map(schedule => (
            <SchedulePanel key={schedule.name} schedule={schedule} />
          ))}
        </div>
        <Pager
          cursors={cursors}
          nextCursor={data?.nextCursor}
          onChange={pages =>
            setSearch(pages.map((one): [string, string] => ['cursor', one]))
          }
        />
      </div>
    </PageShell>
  );
}

function FirstSchedule() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const baseUrl = useBaseUrl();
  return (
    <Panel title={t('onCall.title')}>
      <TaughtEmpty
        title={t('onCall.none')}
        advice={t('onCall.noneAdvice')}
        snippet={{
          label: t('onCall.noneLabel'),
          text: firstScheduleCommand(baseUrl),
        }}
      />
    </Panel>
  );
}

function SchedulePanel({ schedule }: { schedule: ScheduleSummary }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(scheduleRouteRef);
  const now = useNow(60_000);
  const { name, title, timeZone, levelNames, onCall } = schedule;
  return (
    <Panel title={<Link href={href({ name })}>{title}</Link>}>
      {onCall.status === 'hidden' ? (
        <>
          <p className={styles.line}>{t('onCall.hidden')}</p>
          <p className={styles.quiet}>
            {t('onCall.levels', { names: levelNames.join(', ') })}
          </p>
        </>
      ) : (
        <SectionContent section={onCall}>
          {levels => (
            <ol className={styles.levels}>
              {describeOnCall({ levels, providerTitle: title }, now).map(
                level => (
                  <LevelRow key={level.level} level={level} />
                ),
              )}
            </ol>
          )}
        </SectionContent>
      )}
      <p className={styles.quiet}>{t('onCall.zone', { zone: timeZone })}</p>
      {onCall.status === 'ok' && <HandoverLink name={name} title={title} />}
    </Panel>
  );
}
