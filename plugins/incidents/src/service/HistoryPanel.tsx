import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { Panel, TaughtEmpty, useNow } from 'backstage-plugin-incidents-react';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { toSearch } from '../incidents/describeFilters';
import { incidentListRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeHistory, presentOf, type Range } from './describeHistory';
import { nameOf } from './describeSummary';
import { HistoryTable } from './HistoryTable';
import { RangeChip } from './RangeChip';
import { useIncidentsIn } from './useIncidentsIn';
import styles from './service.module.css';

export type HistoryPanelProps = {
  summary: EntitySummary;
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
};

/** What a screen holds beside the rest; one press shows all. */
const shownRows = 8;

/** Has this happened before. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { range, onRange } = props;
  const summary = useIncidentsIn(props.summary, range);
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(60_000);
  const list = useRouteRef(incidentListRouteRef);
  const [showsAll, setShowsAll] = useState(false);
  const { rows, total, showsParts } = describeHistory(
    summary,
    range,
    presentOf(summary, now),
  );
  const shown = showsAll ? rows : rows.slice(0, shownRows);
  const left = rows.length - shown.length;
  const search = toSearch({
    entityRef: [summary.entityRef],
    ...(range && {
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
    }),
  });
  return (
    <Panel
      title={t('service.history.title')}
      level={3}
      count={total}
      actions={
        <>
          {range && (
            <RangeChip
              range={range}
              shown={rows.length}
              total={total}
              onClear={() => onRange(undefined)}
            />
          )}
          <Link href={`${list()}?${search}`}>{t('service.history.all')}</Link>
        </>
      }
    >
      {rows.length > 0 && <HistoryTable rows={shown} showsParts={showsParts} />}
      {rows.length === 0 && total > 0 && (
        <p className={styles.line}>{t('service.history.noneInRange')}</p>
      )}
      {total === 0 && (
        <TaughtEmpty
          title={t('service.history.none')}
          advice={t('service.history.noneAdvice')}
          snippet={{
            text: `labels:\n  service: ${nameOf(
              summary.entityRef,
            )}\n  severity: critical`,
            label: t('service.history.noneSnippet'),
          }}
        />
      )}
      {left > 0 && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setShowsAll(true)}
        >
          {t('service.history.showAll', { count: left })}
        </Button>
      )}
    </Panel>
  );
}
