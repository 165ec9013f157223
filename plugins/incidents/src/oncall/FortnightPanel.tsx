import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { incidentsTranslationRef } from '../translation';
import { DoneLine, type Done } from '../alerts/DoneLine';
import { DayList, type DeedOf } from './DayList';
import { describeFortnight, type FortnightBar } from './describeFortnight';
import { mayOverride } from './describeOverride';
import { describeDate } from './describeTimes';
import { fortnightAt } from './fortnightAt';
import { FortnightTools } from './FortnightTools';
import { FortnightGrid } from './FortnightGrid';
import { OverrideDialog } from './OverrideDialog';
import { useMe } from './useMe';
import type { ChosenPlace } from './usePlace';
import styles from './oncall.module.css';

export type FortnightPanelProps = {
  schedule: ScheduleDetail;
  place: ChosenPlace;
  now: Date;
};

/** Who is on call on fourteen days, as rows of levels, or day by day. */
export function FortnightPanel({ schedule, place, now }: FortnightPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search] = useSearchParams();
  const me = useMe();
  const [chosen, setChosen] = useState<FortnightBar>();
  const [done, setDone] = useState<Done>();
  const { name, title } = schedule.definition;
  const fortnight = fortnightAt(search.get('from'), now, place.zone);
  const { asked, firstDay } = fortnight;
  const preview = useIncidentsQuery(
    ['schedule-shifts', name, asked],
    (api, signal) =>
      api.getScheduleShifts({ params: { name }, query: asked }, { signal }),
  );
  const { data, error } = preview;
  const shown =
    data &&
    describeFortnight({
      ...{ shifts: data.shifts, gaps: data.gaps },
      ...{ firstDay, zone: place.zone, now, me },
    });
  const deedOf: DeedOf = bar =>
    !schedule.archivedAt && mayOverride(bar, schedule.can)
      ? () => setChosen(bar)
      : undefined;
  const view = search.get('view') === 'list' ? 'list' : 'grid';
  return (
    <Panel title={title}>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      <FortnightTools fortnight={fortnight} place={place} view={view} />
      <p className={styles.line} role="status">
        {t('onCall.fortnight', {
          day: describeDate(firstDay, place.language),
        })}
      </p>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => preview.refetch()}
        />
      )}
      {preview.isPending && <SkeletonLines lines={4} height={48} />}
      {shown && !shown.levels.length && (
        <p className={styles.line}>{t('onCall.noShift')}</p>
      )}
      {shown && shown.levels.length > 0 && (
        <div className={styles.fortnight} data-view={view}>
          {view === 'grid' && (
            <FortnightGrid fortnight={shown} place={place} deedOf={deedOf} />
          )}
          <DayList days={shown.days} place={place} deedOf={deedOf} />
        </div>
      )}
      {chosen && (
        <OverrideDialog
          {...{ name, place, me, now }}
          bar={chosen}
          onlyMe={!schedule.can.overrideAny}
          onDone={next => {
            setDone(next);
            setChosen(undefined);
          }}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Panel>
  );
}
