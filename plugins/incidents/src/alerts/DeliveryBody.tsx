import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeBody } from './describeDelivery';
import styles from './alerts.module.css';

/** What a monitor sent, as text: nothing in it is taken for markup. */
export function DeliveryBody({ id }: { id: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { data, error, isPending, refetch } = useIncidentsQuery(
    ['delivery', id],
    (api, signal) => api.getDelivery({ params: { id } }, { signal }),
  );
  const { text, isCut } = describeBody(data?.body ?? '');
  return (
    <>
      {error && (
        <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
      )}
      {isPending && <SkeletonLines lines={4} height={20} />}
      {data && (
        // What scrolls must be reachable by keyboard.
        <pre
          className={styles.letter}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('deliveries.body')}
        >
          {text}
        </pre>
      )}
      {isCut && <p className={styles.hint}>{t('deliveries.cut')}</p>}
    </>
  );
}
