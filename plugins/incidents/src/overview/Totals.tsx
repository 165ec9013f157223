import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';

/** The size of things in one line. */
export function Totals({ overview }: { overview: Overview }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const totals = [
    ['open', overview.openTotal],
    ['incidents', overview.incidentsIn90Days],
    ['alerts', overview.alertsIn90Days],
  ] as const;
  return (
    <ul className={styles.totals}>
      {totals.map(([name, count]) => (
        <li key={name}>
          <strong>{count}</strong> {t(`overview.totals.${name}`, { count })}
        </li>
      ))}
    </ul>
  );
}
