import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  RunningClock,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { Range } from './describeHistory';
import type { Bar, StripView } from './describeStrip';
import { Moment } from './Moment';
import { StripPlot } from './StripPlot';
import { StripWeeks } from './StripWeeks';
import styles from './strip.module.css';

export type StripPanelProps = {
  strip: StripView;
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
};

/**
 * Ninety days of incidents on one line. Drawn with elements of its own and not with a chart library: each bar is a link
 * that the keyboard reaches, and there is nothing to load for it.
 */
export function StripPanel({ strip, range, onRange }: StripPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [named, setNamed] = useState<Bar | undefined>();
  const { bars } = strip;
  // What was dismissed was none, here as wherever incidents are counted.
  const count = bars.filter(({ status }) => status !== 'dismissed').length;
  return (
    <Panel
      level={3}
      title={
        <>
          {t('service.strip.title')}
          <span className={styles.count}>
            {count === 0
              ? t('service.strip.none')
              : t('service.strip.count', { count })}
          </span>
        </>
      }
      actions={bars.length > 0 && <Readout bar={named} />}
    >
      <div className={styles.strip}>
        <StripPlot
          strip={strip}
          range={range}
          onRange={onRange}
          onName={setNamed}
        />
        <StripWeeks strip={strip} range={range} onRange={onRange} />
      </div>
    </Panel>
  );
}

/** Names the bar under the pointer or in focus, at one place, so that nothing covers the others. */
function Readout({ bar }: { bar: Bar | undefined }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!bar)
    return <span className={styles.hint}>{t('service.strip.hint')}</span>;
  return (
    <span className={styles.readout} aria-hidden="true">
      <SeverityTag severity={bar.severity} rank={bar.rank} />
      <strong>{bar.key}</strong>
      <span className={styles.readoutTitle}>{bar.title}</span>
      <Moment at={bar.declaredAt} />
      {(bar.open || bar.resolvedAt) && (
        <RunningClock since={bar.declaredAt} until={bar.resolvedAt} />
      )}
    </span>
  );
}
