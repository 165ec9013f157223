import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SchedulePreview } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { DateTime } from 'luxon';
import { incidentsTranslationRef } from '../translation';
import { More } from '../service/More';
import { describeTimes, type Place } from './describeTimes';
import styles from './oncall.module.css';

/** Whoever is off every night would else read the same line thirty times. */
const shownGaps = 5;

export type TroublePanelProps = { name: string; place: Place; now: Date };

/** When nobody is on call in the weeks to come, and who is twice at the same time. */
export function TroublePanel({ name, place, now }: TroublePanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const to = DateTime.fromJSDate(now, { zone: place.zone })
    .plus({ days: 30 })
    .endOf('day')
    .toUTC()
    .toISO()!;
  const preview = useIncidentsQuery(
    ['schedule-trouble', name, to],
    (api, signal) =>
      api.getScheduleShifts({ params: { name }, query: { to } }, { signal }),
    { keepPrevious: true },
  );
  const { data, error } = preview;
  return (
    <Panel
      title={t('onCall.trouble')}
      count={data && data.gaps.length + data.doubleBookings.length}
    >
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => preview.refetch()}
        />
      )}
      {preview.isPending && <SkeletonLines lines={2} />}
      {data && <Trouble preview={data} place={place} />}
    </Panel>
  );
}

function Trouble(props: { preview: SchedulePreview; place: Place }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { gaps, doubleBookings } = props.preview;
  const times = (span: { from: string; to: string }) =>
    describeTimes(span, props.place, 'long');
  if (!gaps.length && !doubleBookings.length)
    return <p className={styles.line}>{t('onCall.trouble.none')}</p>;
  const list = (some: SchedulePreview['gaps']) =>
    some.map(gap => (
      <li key={[gap.level, gap.from].join()} data-tone="gap">
        <strong>
          {t('onCall.trouble.gap', {
            ...{ level: gap.levelName, times: times(gap) },
          })}
        </strong>
        <span className={styles.quiet}>{gap.because}</span>
      </li>
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
