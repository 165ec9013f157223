import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-incidents-common';
import {
  Panel,
  SeverityTag,
  TaughtEmpty,
} from 'backstage-plugin-incidents-react';
import { useListHref } from '../incidents/useListHref';
import { incidentsTranslationRef } from '../translation';
import { describeBoard, type Lane } from './describeBoard';
import { IncidentCard } from './IncidentCard';
import styles from './overview.module.css';

/** What is open, in lanes by severity. */
export function Board({ overview }: { overview: Overview }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const listHref = useListHref();
  const lanes = describeBoard(overview.open);
  const count = overview.openTotal;
  return (
    <Panel
      title={t('overview.board')}
      count={count}
      actions={
        count > 0 && (
          <Link href={listHref({ status: ['open'] })} variant="body-small">
            {t('overview.board.all', { count })}
          </Link>
        )
      }
    >
      {lanes.length ? (
        lanes.map(lane => (
          <LaneRow key={lane.rank + lane.severity} lane={lane} />
        ))
      ) : (
        <TaughtEmpty
          title={t('overview.board.empty')}
          advice={t('overview.board.emptyAdvice')}
        />
      )}
    </Panel>
  );
}

function LaneRow({ lane }: { lane: Lane }) {
  return (
    <section className={styles.lane} aria-label={lane.severity}>
      <h3 className={styles.laneHead}>
        <SeverityTag severity={lane.severity} rank={lane.rank} size="large" />
        <span className={styles.laneCount}>{lane.incidents.length}</span>
      </h3>
      <ul className={styles.cards}>
        {lane.incidents.map(incident => (
          <li key={incident.key}>
            <IncidentCard incident={incident} />
          </li>
        ))}
      </ul>
    </section>
  );
}
