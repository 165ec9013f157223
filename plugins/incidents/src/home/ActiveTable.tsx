import { Fragment } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  RunningClock,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import type { Incident } from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './home.module.css';

/** Open incidents as rows; on a narrow card each takes two lines. */
export function ActiveTable({ rows }: { rows: Incident[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{t('home.active.severity')}</th>
          <th scope="col">{t('home.active.incident')}</th>
          <th scope="col">{t('home.active.lasting')}</th>
          <th scope="col">{t('home.active.status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, ...incident }) => (
          <tr key={key}>
            <td>
              <SeverityTag
                severity={incident.severity}
                rank={incident.severityRank}
              />
            </td>
            <th scope="row" className={styles.title}>
              <Link href={incidentPage({ key })} weight="bold">
                {title}
              </Link>{' '}
              <span className={styles.key}>
                {key}
                {incident.entityRefs.map(ref => (
                  <Fragment key={ref}>
                    {' · '}
                    <EntityRefLink entityRef={ref} hideIcon />
                  </Fragment>
                ))}
              </span>
            </th>
            <td>
              <RunningClock since={incident.declaredAt} />
            </td>
            <td>
              <StatusTag status={incident.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
