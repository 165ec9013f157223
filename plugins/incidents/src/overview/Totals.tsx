import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';

/** The size of things in one line. */
export function Totals({ overview }: { overview: Overview }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const totals = [
    ['open', overview.openTotal, overview.openTotalIsAtLeast],
    [
      'incidents',
      overview.incidentsIn90Days,
      overview.incidentsIn90DaysIsAtLeast,
    ],
    ['alerts', overview.alertsIn90Days, overview.alertsIn90DaysIsAtLeast],
  ] as const;
  return (
    <ul className={styles.totals}>
      {totals.map(([name, count, isAtLeast]) => (
        <li key={name}>
          <strong>
            {count}
            {isAtLeast && '+'}
          </strong>{' '}
          {t(`overview.totals.${name}`, { count })}
        </li>
      ))}
    </ul>
  );
}
