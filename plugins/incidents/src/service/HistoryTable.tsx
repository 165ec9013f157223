import { Fragment, useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  RelativeTime,
  RunningClock,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { useRowKeys } from '../keyboard/useRowKeys';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import type { HistoryRow } from './describeHistory';
import styles from './history.module.css';

export type HistoryTableProps = { rows: HistoryRow[]; showsParts: boolean };

/** Incidents as rows, `j` and `k` move through them; on a phone each row becomes a card of two lines. */
export function HistoryTable({ rows, showsParts }: HistoryTableProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  return (
    <table ref={table} className={styles.table}>
      <caption className={styles.caption}>
        {t('service.history.caption')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('service.history.severity')}</th>
          <th scope="col">{t('service.history.incident')}</th>
          <th scope="col">{t('service.history.status')}</th>
          <th scope="col">{t('service.history.started')}</th>
          <th scope="col">{t('service.history.lasted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} data-open={row.open}>
            <td>
              <SeverityTag severity={row.severity} rank={row.rank} />
            </td>
            <th scope="row" className={styles.title}>
              <Link href={incidentPage({ key: row.key })} data-row-link="">
                {row.title}
              </Link>{' '}
              <span className={styles.key}>
                {row.key}
                {showsParts &&
                  row.entityRefs.map(ref => (
                    <Fragment key={ref}>
                      {' · '}
                      <EntityRefLink entityRef={ref} hideIcon />
                    </Fragment>
                  ))}
              </span>
            </th>
            <td>
              <StatusTag status={row.status} />
            </td>
            <td>
              <RelativeTime at={row.declaredAt} />
            </td>
            <td>
              {row.open || row.resolvedAt ? (
                <RunningClock
                  since={row.declaredAt}
                  until={row.resolvedAt}
                  className={styles.lasted}
                />
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
