import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  RunningClock,
  SeverityTag,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef, type Words } from '../translation';
import type { Range } from './describeHistory';
import type { Bar, StripView } from './describeStrip';
import { describeDay } from './describeMoment';
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
  const { bars, uncounted } = strip;
  return (
    <Panel
      level={3}
      title={
        <>
          {t('service.strip.title')}
          <span className={styles.count}>{describeCount(strip, t)}</span>
        </>
      }
      actions={bars.length > 0 && <Readout bar={named} />}
    >
      <div className={styles.strip}>
        {uncounted > 0 && <Uncounted strip={strip} />}
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

function describeCount({ count, uncounted }: StripView, t: Words): string {
  if (uncounted > 0) {
    return t('service.strip.countAtLeast', { number: String(count) });
  }
  return count === 0
    ? t('service.strip.none')
    : t('service.strip.count', { count });
}

/** An emptiness that is none must not look like one. */
function Uncounted({ strip }: { strip: StripView }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { range, uncounted } = strip;
  const since = range.from + uncounted * (range.to - range.from);
  return (
    <p className={styles.uncounted}>
      {t('service.strip.uncounted', { since: describeDay(since, language) })}
    </p>
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
