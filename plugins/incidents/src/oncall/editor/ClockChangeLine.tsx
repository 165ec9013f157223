import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { incidentsTranslationRef } from '../../translation';
import { nextClockChange } from './nextClockChange';
import styles from '../oncall.module.css';

export type ClockChangeLineProps = {
  zone: string;
  /** From when on it is looked for. */
  from: string;
  language: string;
};

/** When the clocks of the schedule are changed next, also when that is beyond the weeks that are shown. */
export function ClockChangeLine(props: ClockChangeLineProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { zone, from, language } = props;
  const change = nextClockChange(zone, new Date(from));
  return (
    <p className={styles.quiet}>
      {change
        ? t('editor.clocks', {
            ...{ zone, before: change.before, after: change.after },
            hours: String(change.hours),
            day: DateTime.fromISO(change.date, { zone: 'utc' })
              .setLocale(language)
              .toLocaleString(DateTime.DATE_MED_WITH_WEEKDAY),
          })
        : t('editor.clocks.none', { zone })}
    </p>
  );
}
