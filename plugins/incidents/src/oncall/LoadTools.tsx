import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { useIncidentsQuery } from 'backstage-plugin-incidents-react';
import { usePutInAddress } from '../shell/usePutInAddress';
import { incidentsTranslationRef } from '../translation';
import { periodKinds, type LoadPeriod } from './loadPeriod';
import { PeriodButtons } from './PeriodButtons';
import styles from './load.module.css';

/** A select has no word for nothing; no schedule is called so. */
const all = '*';

export type LoadToolsProps = { period: LoadPeriod; schedule?: string };

/** Which period and which schedule; all of it stands in the address. */
export function LoadTools({ period, schedule }: LoadToolsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const put = usePutInAddress();
  return (
    <div className={styles.tools}>
      <PeriodButtons
        names={{
          previous: t('load.previous'),
          now: t('load.now'),
          next: t('load.next'),
        }}
        onPrevious={() => put('day', period.previous)}
        onNow={() => put('day', undefined)}
        onNext={() => put('day', period.next)}
      />
      <Select
        aria-label={t('load.kind')}
        options={periodKinds.map(id => ({ id, label: t(`load.kind.${id}`) }))}
        value={period.kind}
        onChange={id => put('period', String(id))}
      />
      <ScheduleChoice
        schedule={schedule}
        onChange={name => put('schedule', name)}
      />
    </div>
  );
}

function ScheduleChoice(props: {
  schedule?: string;
  onChange: (name: string | undefined) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { schedule } = props;
  const schedules = useIncidentsQuery(
    ['schedule-names'],
    (api, signal) => api.listSchedules({ query: { limit: 1_000 } }, { signal }),
    { steady: true },
  );
  const known = (schedules.data?.items ?? []).map(({ name, title }) => ({
    ...{ id: name, label: title },
  }));
  // One in the archive, or not read yet.
  const isMissing = schedule && !known.some(({ id }) => id === schedule);
  return (
    <Select
      className={styles.schedules}
      aria-label={t('load.schedule')}
      options={[
        { id: all, label: t('load.schedule.all') },
        ...(isMissing ? [{ id: schedule, label: schedule }] : []),
        ...known,
      ]}
      value={schedule ?? all}
      onChange={id => props.onChange(id === all ? undefined : String(id))}
    />
  );
}
