import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translation';
import type { FortnightBar } from './describeFortnight';
import { describeTimes, type Place } from './describeTimes';
import styles from './oncall.module.css';

export type ShiftTextProps = {
  bar: FortnightBar;
  place: Place;
  length: 'short' | 'long';
  /** What pressing it does; absent for what is only to be read. */
  onPress?: () => void;
};

/** Who, when, and what is special about it. */
export function ShiftText({ bar, place, length, onPress }: ShiftTextProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const name = bar.person?.displayName ?? t('onCall.nobody');
  const marks = bar.marks.filter(mark => mark !== 'gap');
  const all = [
    ...[name, ...marks.map(mark => t(`onCall.mark.${mark}`))],
    ...[describeTimes(bar, place, 'long'), bar.because],
  ].join(' · ');
  const looks = {
    className: styles.shift,
    'data-marks': bar.marks.join(' '),
    'data-over': bar.isOver ? '' : undefined,
    'data-before': bar.isCutBefore ? '' : undefined,
    'data-after': bar.isCutAfter ? '' : undefined,
    'data-narrow': bar.isNarrow ? '' : undefined,
    title: all,
  };
  // In short, and cut where the bar is narrow: a button is named in full instead.
  const unspoken = onPress ? { 'aria-hidden': true } : {};
  const words = (
    <>
      <span className={styles.who} {...unspoken}>
        <strong>{name}</strong>
        {marks.map(mark => (
          <span key={mark} className={styles.mark}>
            {t(`onCall.mark.${mark}`)}
          </span>
        ))}
      </span>
      <span className={styles.when} {...unspoken}>
        {describeTimes(bar, place, length)}
      </span>
    </>
  );
  if (!onPress) return <div {...looks}>{words}</div>;
  const label = t(bar.person ? 'onCall.override.open' : 'amend.fill.about', {
    ...{ name, level: bar.levelName },
    times: describeTimes(bar, place, 'long'),
  });
  return (
    <button type="button" onClick={onPress} {...looks}>
      <span className={styles.spoken}>{label}</span>
      {words}
    </button>
  );
}
