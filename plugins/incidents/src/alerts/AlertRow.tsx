import { useId, useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import type { Alert, SeverityScheme } from 'backstage-plugin-incidents-common';
import {
  FlappingTag,
  rankOfSeverity,
  RelativeTime,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { AlertDeeds } from './AlertDeeds';
import { AlertFacts } from './AlertFacts';
import { describeAlert, type AlertWords } from './describeAlert';
import type { Done } from './DoneLine';
import { FlappingNote } from './FlappingNote';
import { useMayAct } from './useMayAct';
import styles from './alerts.module.css';

export type AlertRowProps = {
  alert: Alert;
  scheme?: SeverityScheme;
  onDone: (done: Done) => void;
};

/** One alert: how bad, what, whose, since when, why it is here, and the next step. */
export function AlertRow({ alert, scheme, onDone }: AlertRowProps) {
  const [isOpen, setOpen] = useState(false);
  const factsId = useId();
  const may = useMayAct(alert.id);
  const words = describeAlert(alert, may);
  return (
    <li
      className={styles.row}
      data-alert={alert.id}
      data-over={words.isOver || undefined}
    >
      <SeverityTag
        severity={alert.severity}
        rank={rankOfSeverity(scheme, alert.severity)}
        title={alert.severityRemark}
      />
      <div className={styles.rowMain}>
        <button
          type="button"
          className={styles.rowTitle}
          aria-expanded={isOpen}
          aria-controls={factsId}
          data-row-link=""
          onClick={() => setOpen(!isOpen)}
        >
          <RiArrowDownSLine size={18} aria-hidden="true" />
          <span>{alert.title}</span>
        </button>
        <p className={styles.why}>{words.why}</p>
        <FlappingNote flapping={alert.flapping} />
        <RowFacts alert={alert} words={words} />
      </div>
      <AlertDeeds alert={alert} words={words} may={may} onDone={onDone} />
      <div id={factsId} className={styles.rowMore} hidden={!isOpen}>
        {isOpen && <AlertFacts alert={alert} />}
      </div>
    </li>
  );
}

function RowFacts({ alert, words }: { alert: Alert; words: AlertWords }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <div className={styles.rowFacts}>
      <StatusTag status={alert.status} />
      {alert.flapping && <FlappingTag />}
      {alert.entityRef ? (
        <EntityRefLink entityRef={alert.entityRef} hideIcon disableTooltip />
      ) : (
        <strong className={styles.nobodys}>
          {words.isWaiting ? t('alerts.waits') : t('alerts.nobodys')}
        </strong>
      )}
      {alert.incidentKey && (
        <Link
          href={incidentHref({ key: alert.incidentKey })}
          variant="body-small"
          weight="bold"
        >
          {alert.incidentKey}
        </Link>
      )}
      <span>
        {t('alerts.since')} <RelativeTime at={alert.startedAt} />
      </span>
      <span>{t('alerts.times', { count: alert.occurrences })}</span>
      <span>{alert.integration}</span>
    </div>
  );
}
