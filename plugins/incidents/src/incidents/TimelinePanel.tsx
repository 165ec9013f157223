import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { Composer } from './Composer';
import { groupOf, timelineGroups, type TimelineGroup } from './timelineGroups';
import { EntryRow } from './EntryRow';
import { foldTimeline } from './foldTimeline';
import styles from './timeline.module.css';

export type TimelinePanelProps = { incidentKey: string; mayWrite: boolean };

type Shown = TimelineGroup | 'all';

const step = 100;
const most = 500;

/** What happened, newest first. */
export function TimelinePanel({ incidentKey, mayWrite }: TimelinePanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [shown, setShown] = useState<Shown>('all');
  const [limit, setLimit] = useState(step);
  const timeline = useIncidentsQuery(
    ['timeline', incidentKey, limit],
    (api, signal) =>
      api.getTimeline(
        { params: { key: incidentKey }, query: { limit } },
        { signal },
      ),
    { keepPrevious: true },
  );
  const { data, error } = timeline;
  const lines = useMemo(() => {
    const entries = data?.items ?? [];
    return foldTimeline(
      entries.filter(e => shown === 'all' || groupOf[e.kind] === shown),
    );
  }, [data, shown]);
  return (
    <Panel
      title={t('timeline.title')}
      count={data?.totalItems}
      level={3}
      actions={<Filter shown={shown} onChange={setShown} />}
    >
      {mayWrite && <Composer incidentKey={incidentKey} />}
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => timeline.refetch()}
        />
      )}
      {timeline.isPending && <SkeletonLines lines={4} height={28} />}
      {data && !lines.length && (
        <p className={styles.quiet}>{t('timeline.none')}</p>
      )}
      <ol className={styles.lines}>
        {lines.map(line => (
          <EntryRow key={line.entry.id} line={line} />
        ))}
      </ol>
      {data?.nextCursor && limit < most && (
        <Button
          variant="secondary"
          size="small"
          isPending={timeline.isPlaceholderData}
          onPress={() => setLimit(Math.min(limit + step, most))}
        >
          {t('timeline.older')}
        </Button>
      )}
    </Panel>
  );
}

function Filter(props: { shown: Shown; onChange: (shown: Shown) => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <ToggleButtonGroup
      aria-label={t('timeline.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.shown]}
      onSelectionChange={keys => props.onChange([...keys][0] as Shown)}
    >
      {(['all', ...timelineGroups] as const).map(group => (
        <ToggleButton key={group} id={group} size="small">
          {t(`timeline.filter.${group}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
