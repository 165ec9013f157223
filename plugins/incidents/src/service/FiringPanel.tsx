import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  FlappingTag,
  Panel,
  rankOfSeverity,
  RelativeTime,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import type {
  Alert,
  Section,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { More } from './More';
import { OutLink } from './OutLink';
import styles from './service.module.css';

export type FiringPanelProps = {
  alerts: Alert[];
  severities: Section<SeverityScheme>;
};

const shownAlerts = 5;

/** What the monitors say at this moment. */
export function FiringPanel({ alerts, severities }: FiringPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const scheme = severities.status === 'ok' ? severities.value : undefined;
  const list = (some: Alert[]) => (
    <ul className={styles.list}>
      {some.map(alert => (
        <FiringAlert key={alert.id} alert={alert} scheme={scheme} />
      ))}
    </ul>
  );
  return (
    <Panel title={t('service.firing.title')} level={3} count={alerts.length}>
      {alerts.length === 0 && (
        <p className={styles.line}>{t('service.firing.none')}</p>
      )}
      {list(alerts.slice(0, shownAlerts))}
      <More count={Math.max(0, alerts.length - shownAlerts)}>
        {list(alerts.slice(shownAlerts))}
      </More>
    </Panel>
  );
}

function FiringAlert(props: { alert: Alert; scheme?: SeverityScheme }) {
  const { alert, scheme } = props;
  const [source] = alert.links;
  return (
    <li>
      <p className={styles.pair}>
        <SeverityTag
          severity={alert.severity}
          rank={rankOfSeverity(scheme, alert.severity)}
        />
        {source ? (
          <OutLink url={source.url}>{alert.title}</OutLink>
        ) : (
          <span>{alert.title}</span>
        )}
        {alert.flapping && <FlappingTag />}
      </p>
      <FiringFacts alert={alert} />
    </li>
  );
}

function FiringFacts({ alert }: { alert: Alert }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  return (
    <p className={styles.facts}>
      <span>
        {t('service.firing.since', {
          ago: <RelativeTime at={alert.startedAt} />,
        })}
      </span>
      {alert.occurrences > 1 && (
        <span>
          {t('service.firing.occurrences', { count: alert.occurrences })}
        </span>
      )}
      {alert.incidentKey ? (
        <Link href={incidentPage({ key: alert.incidentKey })}>
          {alert.incidentKey}
        </Link>
      ) : (
        <span>{alert.triage.reason}</span>
      )}
    </p>
  );
}
