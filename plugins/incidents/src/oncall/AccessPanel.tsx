import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AccessChecklist } from './AccessChecklist';
import { AccessFindings } from './AccessFindings';
import type { Place } from './describeTimes';
import styles from './requests.module.css';

export type AccessPanelProps = { schedule: ScheduleDetail; place: Place };

/** What the reader confirms before a shift, and who has not confirmed it yet. Nothing where nothing is to be confirmed. */
export function AccessPanel({ schedule, place }: AccessPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { items, findings, error, refetch } = useAccess(
    schedule.definition.name,
  );
  if (!error && !items.length && !findings?.tools.length) return null;
  const mayConfirm = schedule.can.overrideOwn;
  return (
    <Panel title={t('access.title')}>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(findings)}
          onRetry={refetch}
        />
      )}
      {items.length > 0 && (
        <AccessChecklist {...{ items, place, mayConfirm }} />
      )}
      {findings && (
        <>
          <h3 className={styles.heading}>{t('access.findings')}</h3>
          <AccessFindings
            {...{ items: findings.items, place }}
            none={t('access.findings.none')}
          />
        </>
      )}
    </Panel>
  );
}

function useAccess(name: string) {
  const findings = useIncidentsQuery(['access-findings', name], (api, signal) =>
    api.listAccessFindings({ query: { schedule: name } }, { signal }),
  );
  const mine = useIncidentsQuery(['access-checklist'], (api, signal) =>
    api.getAccessChecklist({ query: {} }, { signal }),
  );
  return {
    findings: findings.data,
    items: (mine.data?.items ?? []).filter(({ schedules }) =>
      schedules.includes(name),
    ),
    error: findings.error ?? mine.error,
    refetch: () => Promise.all([findings.refetch(), mine.refetch()]),
  };
}
