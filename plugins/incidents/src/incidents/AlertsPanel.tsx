import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Alert,
  IncidentDetail,
  Page,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import {
  FlappingTag,
  Panel,
  ProblemPanel,
  rankOfSeverity,
  RelativeTime,
  SeverityTag,
  SkeletonLines,
  StatusTag,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { FlappingNote } from '../alerts/FlappingNote';
import { OutLink } from '../service/OutLink';
import { incidentsTranslationRef } from '../translation';
import { orderAlerts } from './orderAlerts';
import styles from './incident.module.css';

const columns = ['severity', 'alert', 'status', 'started', 'times'] as const;

/** The alerts of an incident, each with the reasons why it is here. */
export function AlertsPanel({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alerts = useIncidentsQuery(
    ['incident-alerts', incident.key],
    (api, signal) =>
      api.listAlerts(
        { query: { incident: incident.key, limit: 100 } },
        { signal },
      ),
  );
  const { severities } = incident;
  const scheme = severities.status === 'ok' ? severities.value : undefined;
  const total = alerts.data && totalOf(alerts.data, incident);
  const more = alerts.data && total ? total - alerts.data.items.length : 0;
  return (
    <Panel title={t('incident.alerts')} count={total} level={3}>
      {alerts.error && (
        <ProblemPanel
          error={alerts.error}
          stale={Boolean(alerts.data)}
          onRetry={() => alerts.refetch()}
        />
      )}
      {alerts.isPending && <SkeletonLines lines={2} height={32} />}
      {alerts.data?.items.length === 0 && (
        <p className={styles.quiet}>{t('incident.alerts.none')}</p>
      )}
      {alerts.data && alerts.data.items.length > 0 && (
        <AlertTable alerts={alerts.data.items} scheme={scheme} />
      )}
      {more > 0 && (
        <p className={styles.quiet}>
          {t('incident.alerts.more', { count: more })}
        </p>
      )}
    </Panel>
  );
}

/** A list does not count far, and the incident counts its own. */
function totalOf(
  { totalItems, totalIsAtLeast }: Page<Alert>,
  incident: IncidentDetail,
): number {
  return totalIsAtLeast ? Math.max(totalItems, incident.alerts) : totalItems;
}

/** More than these push the timeline off the screen. */
const rowsShown = 3;

function AlertTable(props: { alerts: Alert[]; scheme?: SeverityScheme }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [all, setAll] = useState(false);
  const { scheme } = props;
  const alerts = orderAlerts(props.alerts, scheme);
  const shown = all ? alerts : alerts.slice(0, rowsShown);
  return (
    <>
      <table className={styles.alerts}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`incident.alerts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(alert => (
          <AlertRows key={alert.id} alert={alert} scheme={scheme} />
        ))}
      </table>
      {shown.length < alerts.length && (
        <Button size="small" variant="secondary" onPress={() => setAll(true)}>
          {t('incident.alerts.all', { number: String(alerts.length) })}
        </Button>
      )}
    </>
  );
}

/** The facts in one row, the reasons in a second one: they need the width. */
function AlertRows(props: { alert: Alert; scheme?: SeverityScheme }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { alert, scheme } = props;
  return (
    <tbody>
      <tr>
        <td>
          <SeverityTag
            severity={alert.severity}
            rank={rankOfSeverity(scheme, alert.severity)}
            title={alert.severityRemark}
          />
        </td>
        <td className={styles.alertName}>
          <strong>{alert.title}</strong>{' '}
          <span className={styles.quiet}>{alert.description}</span>
        </td>
        <td>
          <StatusTag status={alert.status} />
          {alert.flapping && <FlappingTag />}
        </td>
        <td>
          <RelativeTime at={alert.startedAt} />
        </td>
        <td className={styles.times}>{alert.occurrences}×</td>
      </tr>
      <tr>
        <td colSpan={columns.length} className={styles.why}>
          {t('incident.alerts.why')}: <span>{alert.routing.reason}</span>
          <span>{alert.triage.reason}</span>
          {alert.severityRemark && <span>{alert.severityRemark}</span>}
          <FlappingNote flapping={alert.flapping} />
          <div className={styles.links}>
            {alert.links.map(link => (
              <OutLink key={link.url} url={link.url} variant="body-small">
                {link.title}
              </OutLink>
            ))}
            <AlertLabels labels={alert.labels} />
          </div>
        </td>
      </tr>
    </tbody>
  );
}

function AlertLabels({ labels }: Pick<Alert, 'labels'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const names = Object.keys(labels).sort();
  if (!names.length) return null;
  return (
    <details className={styles.details}>
      <summary>{t('incident.alerts.labels', { count: names.length })}</summary>
      <ul className={styles.labels}>
        {names.map(name => (
          <li key={name}>
            {name}={labels[name]}
          </li>
        ))}
      </ul>
    </details>
  );
}
