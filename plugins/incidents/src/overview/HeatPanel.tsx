import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from 'backstage-plugin-incidents-common';
import {
  Panel,
  SectionContent,
  severityTone,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { useScheme } from '../declare/SeverityField';
import { incidentsTranslationRef } from '../translation';
import { describeHeat, type HeatLine } from './describeHeat';
import { HeatGrid, type HeatCell } from './HeatGrid';
import styles from './overview.module.css';

/** Where it burned in the last 90 days. */
export function HeatPanel(props: { heat: Overview['heat']; at: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('overview.heat')} actions={<Legend />}>
      <SectionContent section={props.heat}>
        {rows =>
          rows.length ? (
            <Heat rows={rows} at={props.at} />
          ) : (
            <p className={styles.calm}>{t('overview.heat.none')}</p>
          )
        }
      </SectionContent>
    </Panel>
  );
}

function Heat(props: { rows: Parameters<typeof describeHeat>[0]; at: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { rows, at } = props;
  const lines = useMemo(
    () => describeHeat(rows, at, language),
    [rows, at, language],
  );
  const [cell, setCell] = useState<HeatCell>();
  const say = useCellWords();
  const line = cell && lines[cell.row];
  const day = line?.days[cell!.column];
  return (
    <>
      <HeatGrid
        lines={lines}
        label={t('overview.heat')}
        cell={cell}
        say={say}
        onVisit={setCell}
      />
      <div className={styles.axis} aria-hidden="true">
        <span>{lines[0].days[0].label}</span>
        <span>{t('overview.heat.today')}</span>
      </div>
      <p className={styles.heatCaption} aria-live="polite">
        {line && day ? say(line, day) : t('overview.heat.hint')}
      </p>
    </>
  );
}

/** Says a day: the system, the date, how many, how bad. */
function useCellWords() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const scheme = useScheme().data;
  return (line: HeatLine, day: HeatLine['days'][number]) => {
    const system = line.title;
    if (!day.count) return t('overview.heat.quiet', { system, day: day.label });
    const words = t('overview.heat.day', {
      system,
      day: day.label,
      count: day.count,
    });
    const severity = scheme?.levels.find(l => l.rank === day.worst)?.id;
    return severity
      ? `${words} · ${t('overview.heat.worst', { severity })}`
      : words;
  };
}

function Legend() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const scheme = useScheme().data;
  return (
    <div className={styles.legend}>
      <span>{t('overview.heat.legend')}:</span>
      <span className={styles.legendItem}>
        <span className={styles.swatch} data-tone="none" />
        {t('overview.heat.legendNone')}
      </span>
      {scheme?.levels.map(level => (
        <span key={level.id} className={styles.legendItem}>
          <span
            className={styles.swatch}
            data-tone={severityTone(level.rank)}
          />
          {level.id}
        </span>
      ))}
    </div>
  );
}
