import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { Incident } from 'backstage-plugin-incidents-common';
import {
  RunningClock,
  severityTone,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { isWaiting } from './describeBoard';
import styles from './overview.module.css';

/** An open incident on the board: what, where, how long, whether somebody has it. */
export function IncidentCard({ incident }: { incident: Incident }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const firing = incident.openAlerts;
  return (
    <article
      className={styles.card}
      data-tone={severityTone(incident.severityRank)}
    >
      <div className={styles.cardTop}>
        <span className={styles.key}>{incident.key}</span>
        <RunningClock since={incident.declaredAt} />
      </div>
      <Link
        href={incidentHref({ key: incident.key })}
        className={styles.cardTitle}
        variant="body-medium"
        weight="bold"
        standalone
        title={incident.title}
      >
        {incident.title}
      </Link>
      <div className={styles.entities}>
        {incident.entityRefs.map(ref => (
          <EntityRefLink key={ref} entityRef={ref} hideIcon disableTooltip />
        ))}
      </div>
      <div className={styles.cardFoot}>
        {isWaiting(incident) ? (
          <strong className={styles.waiting}>
            {t('overview.board.waiting')}
          </strong>
        ) : (
          <StatusTag status={incident.status} />
        )}
        <span className={styles.quiet}>
          {firing
            ? t('overview.board.firing', { count: firing })
            : t('overview.board.quiet')}
        </span>
      </div>
    </article>
  );
}
