import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeDay } from './describeMoment';
import type { Week } from './describeStrip';
import type { StripPanelProps } from './StripPanel';
import { useRoving } from './useRoving';
import styles from './strip.module.css';

/** The axis: each week is a button that filters the table to it, and once more to take the filter away. */
export function StripWeeks({ strip, range, onRange }: StripPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const roving = useRoving<HTMLButtonElement>(strip.weeks.length, () =>
    onRange(undefined),
  );
  const isChosen = (week: Week) =>
    range !== undefined && range.from < week.to && week.from < range.to;
  return (
    <div
      className={styles.weeks}
      role="group"
      aria-label={t('service.strip.weeks')}
    >
      {strip.weeks.map((week, index) => {
        const from = describeDay(week.from, language);
        return (
          <button
            key={week.from}
            type="button"
            className={styles.week}
            style={{ flexGrow: week.width }}
            aria-pressed={isChosen(week)}
            aria-label={t('service.strip.week', {
              from,
              count: week.incidents,
            })}
            onClick={() => onRange(isChosen(week) ? undefined : week)}
            {...roving(index)}
          >
            <span aria-hidden="true">{index > 0 && from}</span>
          </button>
        );
      })}
    </div>
  );
}
