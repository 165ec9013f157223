import { useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { isOpenStatus, type Incident } from 'backstage-plugin-incidents-common';
import {
  RelativeTime,
  RunningClock,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { useRowKeys } from '../keyboard/useRowKeys';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './list.module.css';

const columns = [
  'severity',
  'incident',
  'entities',
  'status',
  'declared',
  'lasted',
  'alerts',
] as const;

/** Incidents as rows; `j` and `k` move through them, Enter opens. */
export function IncidentTable({ incidents }: { incidents: Incident[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  return (
    <table ref={table} className={styles.table}>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col" data-column={column}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {incidents.map(incident => (
          <IncidentRow key={incident.key} incident={incident} />
        ))}
      </tbody>
    </table>
  );
}

function IncidentRow({ incident }: { incident: Incident }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const firing = String(incident.openAlerts);
  const all = String(incident.alerts);
  return (
    <tr data-open={isOpenStatus(incident.status) || undefined}>
      <td data-column="severity">
        <SeverityTag
          severity={incident.severity}
          rank={incident.severityRank}
        />
      </td>
      <td data-column="incident">
        <Link
          href={incidentHref({ key: incident.key })}
          className={styles.rowLink}
          variant="body-medium"
          weight="bold"
          standalone
          data-row-link=""
        >
          <span className={styles.key}>{incident.key}</span> {incident.title}
        </Link>
      </td>
      <td data-column="entities" className={styles.entities}>
        {incident.entityRefs.map(ref => (
          <EntityRefLink key={ref} entityRef={ref} hideIcon disableTooltip />
        ))}
      </td>
      <td data-column="status">
        <StatusTag status={incident.status} />
      </td>
      <td data-column="declared">
        <RelativeTime at={incident.declaredAt} />
      </td>
      <td data-column="lasted">
        <RunningClock since={incident.declaredAt} until={endOf(incident)} />
      </td>
      <td data-column="alerts">
        {incident.openAlerts ? (
          <strong>{t('list.alerts.firing', { firing, all })}</strong>
        ) : (
          all
        )}
      </td>
    </tr>
  );
}

/** When it stopped; a dismissed one has no other end than its last change. */
function endOf(incident: Incident): string | undefined {
  if (isOpenStatus(incident.status)) return undefined;
  return incident.resolvedAt ?? incident.closedAt ?? incident.updatedAt;
}
