import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { IncidentDetail } from 'backstage-plugin-incidents-common';
import { RunningClock, StatusTag } from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { ActionButtons } from './ActionButtons';
import type { State } from './describeState';
import { LikelyCauses } from './LikelyCauses';
import { SeverityButton } from './SeverityButton';
import styles from './incident.module.css';

export type IncidentHeadProps = {
  incident: IncidentDetail;
  state: State;
  mayUpdate: boolean;
};

/** What stays in sight while one scrolls: which, how bad, how far, how long, and what can be done. */
export function IncidentHead({
  incident,
  state,
  mayUpdate,
}: IncidentHeadProps) {
  return (
    <header className={styles.head}>
      <SeverityButton incident={incident} mayUpdate={mayUpdate} />
      <div className={styles.headMain}>
        <h2 className={styles.title}>
          <span className={styles.key}>{incident.key}</span> {incident.title}
        </h2>
        <HeadFacts incident={incident} state={state} />
        <LikelyCauses incident={incident} />
      </div>
      {mayUpdate && <ActionButtons incident={incident} />}
    </header>
  );
}

function HeadFacts({
  incident,
  state,
}: Pick<IncidentHeadProps, 'incident' | 'state'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <div className={styles.headFacts}>
      {incident.drill && (
        <strong className={styles.drill}>{t('incident.drill')}</strong>
      )}
      <StatusTag status={incident.status} />
      <RunningClock
        since={incident.declaredAt}
        until={state.endedAt}
        seconds
        className={styles.clock}
      />
      {incident.follows && (
        <Link
          href={incidentHref({ key: incident.follows })}
          variant="body-small"
        >
          {t('incident.follows', { key: incident.follows })}
        </Link>
      )}
      {state.isWaiting && (
        <strong className={styles.waiting}>
          {t('incident.state.waiting')}
        </strong>
      )}
    </div>
  );
}
