import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AlertStatus,
  IncidentStatus,
} from 'backstage-plugin-incidents-common';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './status.module.css';

/** How far the work is, as a share of a circle; with the word beside it, so that neither speaks alone. */
const progress: Record<IncidentStatus | AlertStatus, number> = {
  declared: 0,
  investigating: 0.25,
  identified: 0.5,
  mitigated: 0.75,
  resolved: 1,
  closed: 1,
  dismissed: 1,
  firing: 0,
  acknowledged: 0.5,
};

/** @public */
export type StatusTagProps = { status: IncidentStatus | AlertStatus };

/**
 * The stage of an incident or an alert: a word and a filling circle.
 *
 * @public
 */
export function StatusTag({ status }: StatusTagProps) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  return (
    <span className={styles.status} data-status={status}>
      <svg viewBox="0 0 16 16" className={styles.glyph} aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" className={styles.ring} />
        <circle
          cx="8"
          cy="8"
          r="3"
          pathLength="1"
          strokeDasharray={`${progress[status]} 1`}
          transform="rotate(-90 8 8)"
          className={styles.fill}
        />
      </svg>
      {t(`status.${status}`)}
    </span>
  );
}
