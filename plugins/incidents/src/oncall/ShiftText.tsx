import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translation';
import type { FortnightBar } from './describeFortnight';
import { describeTimes, type Place } from './describeTimes';
import styles from './oncall.module.css';

export type ShiftTextProps = {
  bar: FortnightBar;
  place: Place;
  length: 'short' | 'long';
};

/** Who, when, and what is special about it. */
export function ShiftText({ bar, place, length }: ShiftTextProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const name = bar.person?.displayName ?? t('onCall.nobody');
  const marks = bar.marks.filter(mark => mark !== 'gap');
  const all = [
    ...[name, ...marks.map(mark => t(`onCall.mark.${mark}`))],
    ...[describeTimes(bar, place, 'long'), bar.because],
  ].join(' · ');
  return (
    <div
      className={styles.shift}
      data-marks={bar.marks.join(' ')}
      data-over={bar.isOver ? '' : undefined}
      data-before={bar.isCutBefore ? '' : undefined}
      data-after={bar.isCutAfter ? '' : undefined}
      data-narrow={bar.isNarrow ? '' : undefined}
      title={all}
    >
      <span className={styles.who}>
        <strong>{name}</strong>
        {marks.map(mark => (
          <span key={mark} className={styles.mark}>
            {t(`onCall.mark.${mark}`)}
          </span>
        ))}
      </span>
      <span className={styles.when}>{describeTimes(bar, place, length)}</span>
    </div>
  );
}
