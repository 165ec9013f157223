import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  LaidGap,
  ScheduleDetail,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { DateTime } from 'luxon';
import { DoneLine, type Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import type { Place } from './describeTimes';
import { OverrideDialog } from './OverrideDialog';
import { TroubleList } from './TroubleList';
import { useMe } from './useMe';

export type TroublePanelProps = {
  schedule: ScheduleDetail;
  place: Place;
  now: Date;
};

/** When nobody is on call in the weeks to come, and who is twice at the same time. */
export function TroublePanel({ schedule, place, now }: TroublePanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const me = useMe();
  const [gap, setGap] = useState<LaidGap>();
  const [done, setDone] = useState<Done>();
  const { can, definition } = schedule;
  const { name } = definition;
  const to = DateTime.fromJSDate(now, { zone: place.zone })
    .plus({ days: 30 })
    .endOf('day')
    .toUTC()
    .toISO()!;
  const preview = useIncidentsQuery(
    ['schedule-trouble', name, to],
    (api, signal) =>
      api.getScheduleShifts({ params: { name }, query: { to } }, { signal }),
    { keepPrevious: true },
  );
  const { data, error } = preview;
  return (
    <Panel
      title={t('onCall.trouble')}
      count={data && data.gaps.length + data.doubleBookings.length}
    >
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => preview.refetch()}
        />
      )}
      {preview.isPending && <SkeletonLines lines={2} />}
      {data && (
        <TroubleList
          preview={data}
          place={place}
          onFill={can.overrideOwn ? setGap : undefined}
        />
      )}
      {gap && (
        <OverrideDialog
          {...{ name, place, me, now }}
          bar={gap}
          onlyMe={!can.overrideAny}
          onDone={next => {
            setDone(next);
            setGap(undefined);
          }}
          onClose={() => setGap(undefined)}
        />
      )}
    </Panel>
  );
}
