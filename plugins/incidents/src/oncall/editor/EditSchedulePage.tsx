import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Link } from '@backstage/ui';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useParams } from 'react-router-dom';
import { scheduleRouteRef } from '../../routes';
import { PageShell } from '../../shell/PageShell';
import { incidentsTranslationRef } from '../../translation';
import oncall from '../oncall.module.css';
import { isStill, stateAt } from './describeEdit';
import { draftOf } from './draftSchedule';
import { MayNotEdit } from './MayNotEdit';
import { ScheduleEditor } from './ScheduleEditor';

/** Changes a schedule from an instant on. */
export function EditSchedulePage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name = '' } = useParams();
  const href = useRouteRef(scheduleRouteRef)({ name });
  const schedule = useIncidentsQuery(['schedule', name], (api, signal) =>
    api.getSchedule({ params: { name } }, { signal }),
  );
  const { data, error } = schedule;
  return (
    <PageShell title={t('editor.edit', { title: name })}>
      <div className={oncall.page}>
        <p className={oncall.line}>
          <Link href={href}>{t('editor.back')}</Link>
        </p>
        <h2 className={oncall.pageTitle}>
          {t('editor.edit', { title: data?.definition.title ?? name })}
        </h2>
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => schedule.refetch()}
          />
        )}
        {schedule.isPending && <SkeletonLines lines={6} height={48} />}
        {data && !data.can.update && <MayNotEdit />}
        {data?.can.update && <Edited key={name} latest={data} />}
      </div>
    </PageShell>
  );
}

/** The one that was opened stays under the writer's hands, whatever others do meanwhile. */
function Edited({ latest }: { latest: ScheduleDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [opened, setOpened] = useState({ schedule: latest, at: new Date() });
  const isNewer = !isStill(opened.schedule, latest);
  // Overrides and swaps of others make it another version, and nothing that is written here.
  const schedule = isNewer ? opened.schedule : latest;
  const [start, setStart] = useState(() =>
    draftOf(stateAt(latest.definition, opened.at)),
  );
  const load = () => {
    const at = new Date();
    setOpened({ schedule: latest, at });
    setStart(draftOf(stateAt(latest.definition, at)));
  };
  return (
    <>
      {schedule.archivedAt && (
        <p className={oncall.line}>{t('onCall.archived')}</p>
      )}
      {isNewer && <NewerNote onLoad={load} />}
      <ScheduleEditor
        key={opened.at.toISOString()}
        start={start}
        schedule={schedule}
        now={opened.at}
      />
    </>
  );
}

/** Somebody else was faster. */
function NewerNote({ onLoad }: { onLoad: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('editor.newer')}
      description={t('editor.newer.advice')}
      customActions={
        <Button size="small" variant="secondary" onPress={onLoad}>
          {t('editor.newer.load')}
        </Button>
      }
    />
  );
}
