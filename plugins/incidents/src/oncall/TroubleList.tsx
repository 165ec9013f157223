import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  LaidGap,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import { Button } from '@backstage/ui';
import { incidentsTranslationRef } from '../translation';
import { More } from '../service/More';
import { describeTimes, type Place } from './describeTimes';
import styles from './oncall.module.css';

/** Whoever is off every night would else read the same line thirty times. */
const shownGaps = 5;

export type TroubleListProps = {
  preview: Pick<SchedulePreview, 'gaps' | 'doubleBookings'>;
  place: Place;
  /** Absent where gaps are only to be read. */
  onFill?: (gap: LaidGap) => void;
};

/** The gaps, and who is on call twice at the same time, in words. */
export function TroubleList(props: TroubleListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { gaps, doubleBookings } = props.preview;
  const times = (span: { from: string; to: string }) =>
    describeTimes(span, props.place, 'long');
  if (!gaps.length && !doubleBookings.length)
    return <p className={styles.line}>{t('onCall.trouble.none')}</p>;
  const list = (some: LaidGap[]) =>
    some.map(gap => (
      <GapLine
        key={[gap.level, gap.from].join()}
        {...{ gap, times: times(gap), onFill: props.onFill }}
      />
    ));
  const later = gaps.slice(shownGaps);
  return (
    <ul className={styles.troubles}>
      {doubleBookings.map(twice => (
        <li key={[twice.person.ref, twice.from].join()}>
          {t('onCall.trouble.twice', {
            name: twice.person.displayName,
            levels: twice.places.map(({ levelName }) => levelName).join(', '),
            times: times(twice),
          })}
        </li>
      ))}
      {list(gaps.slice(0, shownGaps))}
      {later.length > 0 && (
        <li className={styles.later}>
          <More count={later.length}>
            <ul className={styles.troubles}>{list(later)}</ul>
          </More>
        </li>
      )}
    </ul>
  );
}

function GapLine(props: {
  gap: LaidGap;
  times: string;
  onFill?: (gap: LaidGap) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { gap, times, onFill } = props;
  const { levelName: level } = gap;
  return (
    <li data-tone="gap">
      <strong>{t('onCall.trouble.gap', { level, times })}</strong>
      <span className={styles.quiet}>{gap.because}</span>
      {onFill && (
        <span className={styles.deed}>
          <Button
            size="small"
            variant="secondary"
            aria-label={t('amend.fill.about', { level, times })}
            onPress={() => onFill(gap)}
          >
            {t('amend.fill')}
          </Button>
        </span>
      )}
    </li>
  );
}
