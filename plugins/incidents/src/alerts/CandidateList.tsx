import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { Candidate } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

export type CandidateListProps = {
  alertId: string;
  onTake: (entityRef: string) => void;
};

/** The likeliest entities of an alert, each with the reason, taken with one press. */
export function CandidateList({ alertId, onTake }: CandidateListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { data, error, refetch } = useIncidentsQuery(
    ['alert', alertId],
    (api, signal) => api.getAlert({ params: { id: alertId } }, { signal }),
  );
  return (
    <section className={styles.candidates} aria-label={t('bind.likely')}>
      <h3>{t('bind.likely')}</h3>
      {error && !data && <ProblemPanel error={error} onRetry={refetch} />}
      {!error && !data && <SkeletonLines lines={2} height={32} />}
      {data?.candidates.length === 0 && (
        <p className={styles.hint}>{t('bind.likely.none')}</p>
      )}
      <ul>
        {data?.candidates.map((candidate, index) => (
          <CandidateRow
            key={candidate.entityRef}
            candidate={candidate}
            isFirst={index === 0}
            onTake={onTake}
          />
        ))}
      </ul>
    </section>
  );
}

function CandidateRow(props: {
  candidate: Candidate;
  isFirst: boolean;
  onTake: (entityRef: string) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entityRef, reason } = props.candidate;
  const { primaryTitle, entityRef: shownRef } =
    useEntityPresentation(entityRef);
  return (
    <li className={styles.candidate}>
      <div>
        <strong>{primaryTitle}</strong>{' '}
        <span className={styles.ref}>{shownRef}</span>
        <p className={styles.hint}>{reason}</p>
      </div>
      <Button
        size="small"
        variant={props.isFirst ? 'primary' : 'secondary'}
        onPress={() => props.onTake(entityRef)}
      >
        {t('bind.take', { entity: primaryTitle })}
      </Button>
    </li>
  );
}
