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

/** The same day by day: for a phone, and for shifts too short for the grid. What is past is folded away: who is on call now comes first. */
export function DayList({ days, ...shown }: DayListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const today = days.findIndex(day => day.isToday);
  const past = days.slice(0, Math.max(0, today));
  const list = (some: FortnightDay[]) => (
    <ol className={styles.dayList}>
      {some.map(day => (
        <ListDay key={day.date} day={day} {...shown} />
      ))}
    </ol>
  );
  return (
    <div className={styles.byDay}>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('onCall.past', { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
      {list(days.slice(past.length))}
    </div>
  );
}

function ListDay(props: Omit<DayListProps, 'days'> & { day: FortnightDay }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { day, place, deedOf } = props;
  return (
    <li
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
      {!day.bars.length && <p className={styles.line}>{t('onCall.noDay')}</p>}
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
  );
}
