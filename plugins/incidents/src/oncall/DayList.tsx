import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translation';
import type { FortnightBar, FortnightDay } from './describeFortnight';
import { describeDate, type Place } from './describeTimes';
import { ShiftText } from './ShiftText';
import styles from './oncall.module.css';

/** What can be done about a shift. */
export type DeedOf = (bar: FortnightBar) => (() => void) | undefined;

export type DayListProps = {
  days: FortnightDay[];
  place: Place;
  deedOf: DeedOf;
};

/** The same day by day: for a phone, and for shifts too short for the grid. */
export function DayList({ days, place, deedOf }: DayListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <ol className={styles.dayList}>
      {days.map(day => (
        <li
          key={day.date}
          aria-current={day.isToday ? 'date' : undefined}
          className={styles.listDay}
        >
          <h3 className={styles.listHead}>
            {describeDate(day.date, place.language)}
            {day.isToday && (
              <span className={styles.dayNote}>{t('onCall.today')}</span>
            )}
            {day.oddHours && (
              <span className={styles.dayNote}>
                {t('onCall.oddHours', { hours: String(day.oddHours) })}
              </span>
            )}
          </h3>
          {!day.bars.length && (
            <p className={styles.line}>{t('onCall.noDay')}</p>
          )}
          <ul className={styles.listBars}>
            {day.bars.map(bar => (
              <li key={bar.id} className={styles.listBar}>
                <span className={styles.quiet}>{bar.levelName}</span>
                <ShiftText
                  bar={bar}
                  place={place}
                  length="long"
                  onPress={deedOf(bar)}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
