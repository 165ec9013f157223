import { useMemo, useState } from 'react';
import { useNow } from 'backstage-plugin-incidents-react';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { AccessFindingsPanel } from './AccessFindingsPanel';
import { DependenciesPanel } from './DependenciesPanel';
import { presentOf, type Range } from './describeHistory';
import { describeStrip } from './describeStrip';
import { FiringPanel } from './FiringPanel';
import { HeadlineBar } from './HeadlineBar';
import { HistoryPanel } from './HistoryPanel';
import { OnCallPanel } from './OnCallPanel';
import { RunbooksPanel } from './RunbooksPanel';
import { SeveritiesPanel } from './SeveritiesPanel';
import { StripPanel } from './StripPanel';
import styles from './service.module.css';

/** Everything that the tab says about one entity, in the order in which it is asked at night. */
export function ServiceView({ summary }: { summary: EntitySummary }) {
  const now = useNow(60_000);
  const strip = useMemo(
    () => describeStrip(summary, presentOf(summary, now)),
    [summary, now],
  );
  // Only schedules of the portal know who confirmed what.
  const isOurs =
    summary.onCall.status === 'ok' &&
    summary.onCall.value.provider === 'native';
  const [range, setRange] = useState<Range | undefined>();
  return (
    <>
      <HeadlineBar summary={summary} />
      <div className={styles.cards}>
        <OnCallPanel section={summary.onCall} />
        <RunbooksPanel
          section={summary.runbooks}
          entityRef={summary.entityRef}
          covers={summary.covers}
        />
        <SeveritiesPanel summary={summary} />
      </div>
      <StripPanel strip={strip} range={range} onRange={setRange} />
      <div className={styles.below}>
        <HistoryPanel summary={summary} range={range} onRange={setRange} />
        <div className={styles.aside}>
          <FiringPanel
            alerts={summary.firing}
            severities={summary.severities}
          />
          <DependenciesPanel
            section={summary.dependencies}
            severities={summary.severities}
          />
          {isOurs && <AccessFindingsPanel entityRef={summary.entityRef} />}
        </div>
      </div>
    </>
  );
}
