import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  severityTone,
  useDuration,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { Link } from 'react-router-dom';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { endOf } from './describeHistory';
import { describeMoment } from './describeMoment';
import { daysBetween, partsOf, type Bar } from './describeStrip';
import { percent } from './percent';
import { StripColumns } from './StripColumns';
import type { StripPanelProps } from './StripPanel';
import { useBrush } from './useBrush';
import { useRoving } from './useRoving';
import styles from './strip.module.css';

export type StripPlotProps = StripPanelProps & {
  onName: (bar: Bar | undefined) => void;
};

/** The bars, and the days that are chosen behind them. */
export function StripPlot({ strip, range, onRange, onName }: StripPlotProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const nameBar = useBarName(strip.range.to);
  const incidentPage = useRouteRef(incidentRouteRef);
  const roving = useRoving<HTMLAnchorElement>(strip.bars.length, () =>
    onRange(undefined),
  );
  const { stroke, handlers } = useBrush({
    stroke: drawn => onRange(daysBetween(strip.range, drawn.from, drawn.to)),
    click: at => onRange(strip.weeks.find(week => at < week.left + week.width)),
  });
  const chosen = stroke ?? (range && partsOf(strip.range, range));
  return (
    <div
      className={styles.plot}
      data-empty={strip.bars.length + strip.columns.length === 0}
      style={{ '--lanes': strip.lanes } as React.CSSProperties}
      onPointerLeave={() => onName(undefined)}
      {...handlers}
    >
      {chosen && (
        <div
          className={styles.chosen}
          style={{
            left: percent(Math.min(chosen.from, chosen.to)),
            width: percent(Math.abs(chosen.to - chosen.from)),
          }}
        />
      )}
      {strip.uncounted > 0 && (
        <div
          className={styles.hatched}
          style={{ width: percent(strip.uncounted) }}
        />
      )}
      {strip.columns.length > 0 && (
        <StripColumns
          columns={strip.columns}
          onEscape={() => onRange(undefined)}
        />
      )}
      <ol
        className={styles.bars}
        aria-label={t('service.strip.bars')}
        hidden={strip.columns.length > 0}
      >
        {strip.bars.map((bar, index) => (
          <li key={bar.key}>
            <Link
              to={incidentPage({ key: bar.key })}
              className={styles.bar}
              data-tone={severityTone(bar.rank)}
              data-open={bar.open}
              style={
                {
                  left: percent(bar.left),
                  width: percent(bar.width),
                  '--lane': bar.lane,
                } as React.CSSProperties
              }
              aria-label={nameBar(bar)}
              onMouseEnter={() => onName(bar)}
              onFocus={() => onName(bar)}
              onBlur={() => onName(undefined)}
              {...roving(index)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

function useBarName(now: number): (bar: Bar) => string {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const duration = useDuration();
  const present = new Date(now);
  return bar =>
    t('service.strip.bar', {
      key: bar.key,
      severity: bar.severity,
      title: bar.title,
      at: describeMoment(bar.declaredAt, present, language),
      lasting: duration(endOf(bar, present) - Date.parse(bar.declaredAt)),
    });
}
