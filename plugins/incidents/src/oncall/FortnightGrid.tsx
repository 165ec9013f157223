import type { CSSProperties } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translation';
import type {
  Fortnight,
  FortnightDay,
  FortnightLevel,
} from './describeFortnight';
import { describeDate, type Place } from './describeTimes';
import type { DeedOf } from './DayList';
import { ShiftText } from './ShiftText';
import styles from './oncall.module.css';

export type FortnightGridProps = {
  fortnight: Fortnight;
  place: Place;
  deedOf: DeedOf;
};

/** Rows of levels by days, a bar for each shift and gap. */
export function FortnightGrid({
  fortnight,
  place,
  deedOf,
}: FortnightGridProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { days, levels, present } = fortnight;
  return (
    <div
      className={styles.grid}
      style={{ '--days': days.length } as CSSProperties}
    >
      <ol className={styles.days} aria-label={t('onCall.days')}>
        {days.map(day => (
          <DayHead key={day.date} day={day} place={place} />
        ))}
      </ol>
      {levels.map(level => (
        <section
          key={level.level}
          className={styles.levelRow}
          aria-label={level.name}
        >
          <h3 className={styles.levelName}>{level.name}</h3>
          <Track
            level={level}
            today={days.findIndex(day => day.isToday)}
            dayCount={days.length}
            present={present}
            place={place}
            deedOf={deedOf}
          />
        </section>
      ))}
    </div>
  );
}

function DayHead({ day, place }: { day: FortnightDay; place: Place }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <li
      className={styles.day}
      data-odd={day.oddHours && ''}
      aria-current={day.isToday ? 'date' : undefined}
    >
      {describeDate(day.date, place.language)}
      {day.isToday && (
        <span className={styles.dayNote}>{t('onCall.today')}</span>
      )}
      {day.oddHours && (
        <span className={styles.dayNote}>
          {t('onCall.oddHours', { hours: String(day.oddHours) })}
        </span>
      )}
    </li>
  );
}

function Track(props: {
  level: FortnightLevel;
  today: number;
  dayCount: number;
  present?: number;
  place: Place;
  deedOf: DeedOf;
}) {
  const { level, today, dayCount, present, place, deedOf } = props;
  const at = (left: number) => ({ left: `${left}%` });
  return (
    <div
      className={styles.track}
      style={{ '--lanes': level.lanes } as CSSProperties}
    >
      {today >= 0 && (
        <span
          className={styles.today}
          style={at((today / dayCount) * 100)}
          aria-hidden="true"
        />
      )}
      <ul className={styles.bars}>
        {level.bars.map(bar => (
          <li
            key={bar.id}
            className={styles.bar}
            style={
              {
                ...at(bar.left),
                width: `${bar.width}%`,
                '--lane': bar.lane,
              } as CSSProperties
            }
          >
            <ShiftText
              bar={bar}
              place={place}
              length="short"
              // Too small for a finger: the list by day has it too.
              onPress={bar.isNarrow ? undefined : deedOf(bar)}
            />
          </li>
        ))}
      </ul>
      {present !== undefined && (
        <span
          className={styles.present}
          style={at(present)}
          aria-hidden="true"
        />
      )}
    </div>
  );
}
