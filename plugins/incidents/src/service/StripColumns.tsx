import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { severityTone, useLanguage } from 'backstage-plugin-incidents-react';
import { Link } from 'react-router-dom';
import { incidentListRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeDay } from './describeMoment';
import type { Column } from './describeStrip';
import { percent } from './percent';
import { useRoving } from './useRoving';
import styles from './strip.module.css';

export type StripColumnsProps = { columns: Column[]; onEscape: () => void };

/** Days instead of incidents, when these are too many to be told apart; each leads to the list of its own. */
export function StripColumns({ columns, onEscape }: StripColumnsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const nameColumn = useColumnName();
  const list = useRouteRef(incidentListRouteRef)();
  const roving = useRoving<HTMLAnchorElement>(columns.length, onEscape);
  return (
    <ol className={styles.bars} aria-label={t('service.strip.days')}>
      {columns.map((column, index) => (
        <li key={column.from}>
          <Link
            to={`${list}?${column.search}`}
            className={styles.column}
            data-tone={severityTone(column.rank)}
            style={{
              left: percent(column.left),
              width: percent(column.width),
              height: percent(column.height),
            }}
            aria-label={nameColumn(column)}
            title={nameColumn(column)}
            {...roving(index)}
          />
        </li>
      ))}
    </ol>
  );
}

function useColumnName(): (column: Column) => string {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  return ({ from, incidents }) =>
    t('service.strip.day', {
      day: describeDay(from, language),
      count: incidents,
    });
}
