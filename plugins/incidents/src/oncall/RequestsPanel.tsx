import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { DoneLine, type Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { AskDialog } from './AskDialog';
import type { Place } from './describeTimes';
import { RequestList } from './RequestList';
import { useMe } from './useMe';
import styles from './requests.module.css';

export type RequestsPanelProps = {
  schedule: ScheduleDetail;
  place: Place;
  now: Date;
};

/** Who asks whom to take or swap a shift; whoever is asked answers in one press. */
export function RequestsPanel(props: RequestsPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [done, setDone] = useState<Done>();
  const { schedule, place } = props;
  const { name } = schedule.definition;
  const { data, error, isPending, refetch } = useIncidentsQuery(
    ['shift-requests', name],
    (api, signal) =>
      api.listShiftRequests({ query: { schedule: name } }, { signal }),
  );
  return (
    <Panel
      title={t('requests.title')}
      count={data?.items.length}
      actions={
        schedule.can.overrideOwn && <AskButton {...props} onDone={setDone} />
      }
    >
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      {error && (
        <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
      )}
      {isPending && <SkeletonLines lines={1} />}
      {data?.items.length === 0 && (
        <p className={styles.line}>{t('requests.none')}</p>
      )}
      {data && <RequestList {...{ place, onDone: setDone }} {...data} />}
    </Panel>
  );
}

function AskButton(
  props: RequestsPanelProps & { onDone: (done: Done) => void },
) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const { schedule, place, now } = props;
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('requests.ask')}
      </Button>
      {isOpen && (
        <AskDialog
          name={schedule.definition.name}
          {...{ place, me, now }}
          onDone={done => {
            props.onDone(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
