import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  silenceUpdatePermission,
  type Heartbeat,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { DoneLine, type Done } from './DoneLine';
import { HeartbeatRow } from './HeartbeatRow';
import styles from './alerts.module.css';

/** Which signals are expected, and which of them stay away. */
export function HeartbeatsPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [done, setDone] = useState<Done>();
  const { data, error, isPending, refetch } = useIncidentsQuery(
    ['heartbeats'],
    (api, signal) => api.listHeartbeats({}, { signal }),
  );
  return (
    <AlertsShell>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      <Panel
        title={
          data
            ? t('heartbeats.count', { count: data.items.length })
            : t('heartbeats.title')
        }
      >
        <p className={styles.hint}>{t('heartbeats.hint')}</p>
        {error && (
          <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
        )}
        {isPending && <SkeletonLines lines={4} height={48} />}
        {data && <HeartbeatList heartbeats={data.items} onDone={setDone} />}
      </Panel>
    </AlertsShell>
  );
}

function HeartbeatList(props: {
  heartbeats: Heartbeat[];
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed } = usePermission({ permission: silenceUpdatePermission });
  if (!props.heartbeats.length) {
    return (
      <TaughtEmpty
        title={t('heartbeats.none')}
        advice={t('heartbeats.noneAdvice')}
      />
    );
  }
  return (
    <ul className={styles.stream}>
      {props.heartbeats.map(heartbeat => (
        <HeartbeatRow
          key={heartbeat.id}
          heartbeat={heartbeat}
          maySilence={allowed}
          onDone={props.onDone}
        />
      ))}
    </ul>
  );
}
