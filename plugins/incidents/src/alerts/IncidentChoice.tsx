import { useCallback, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type { Incident } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  RelativeTime,
  SeverityTag,
  SkeletonLines,
  StatusTag,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { SearchText } from '../incidents/SearchText';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

/** More than these are found by searching. */
const shown = 8;

export type IncidentChoiceProps = {
  /** The incident that is not offered: the one it is in. */
  except?: string;
  chosen?: string;
  onChange: (key: string) => void;
};

/** Chooses one of the open incidents. */
export function IncidentChoice(props: IncidentChoiceProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [q, setQ] = useState<string>();
  const search = useCallback((part: { q?: string }) => setQ(part.q), []);
  const { data, error, refetch } = useIncidentsQuery(
    ['incident-choice', q],
    (api, signal) =>
      api.listIncidents(
        { query: { status: ['open'], limit: shown + 1, ...(q && { q }) } },
        { signal },
      ),
    { keepPrevious: true },
  );
  const others = data?.items.filter(({ key }) => key !== props.except) ?? [];
  const incidents = others.slice(0, shown);
  const isExceptListed = others.length !== data?.items.length;
  const total = (data?.totalItems ?? 0) - (isExceptListed ? 1 : 0);
  return (
    <div className={styles.choice}>
      {error && !data && <ProblemPanel error={error} onRetry={refetch} />}
      {!error && !data && <SkeletonLines lines={3} height={32} />}
      {(total > 0 || q) && (
        <SearchText q={q} label={t('move.search')} onChange={search} />
      )}
      {data && !incidents.length && !q && (
        <TaughtEmpty title={t('move.none')} advice={t('move.noneAdvice')} />
      )}
      {data && !incidents.length && q && <p>{t('move.noMatch')}</p>}
      {incidents.length > 0 && (
        <RadioGroup
          aria-label={t('move.choice')}
          value={props.chosen ?? null}
          onChange={props.onChange}
        >
          {incidents.map(incident => (
            <Radio key={incident.key} value={incident.key}>
              <IncidentLine incident={incident} />
            </Radio>
          ))}
        </RadioGroup>
      )}
      {total > incidents.length && incidents.length > 0 && (
        <p className={styles.hint}>
          {t('move.more', { count: total - incidents.length })}
        </p>
      )}
    </div>
  );
}

function IncidentLine({ incident }: { incident: Incident }) {
  return (
    <span className={styles.incidentLine}>
      <SeverityTag severity={incident.severity} rank={incident.severityRank} />
      <strong>
        {incident.key} {incident.title}
      </strong>
      <StatusTag status={incident.status} />
      <RelativeTime at={incident.declaredAt} />
    </span>
  );
}
