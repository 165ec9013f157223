import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ReplayDeliveriesReply,
  ReplayedDelivery,
} from 'backstage-plugin-incidents-common';
import { Moment } from '../service/Moment';
import { incidentsTranslationRef } from '../translation';
import { describeOutcomes } from './describeDelivery';
import styles from './alerts.module.css';

/** What each delivery would do, or did, with the reasons. */
export function ReplayedList({ reply }: { reply: ReplayDeliveriesReply }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <>
      {reply.gone.length > 0 && (
        <p className={styles.missing}>
          {t('replay.gone', { count: reply.gone.length })}
        </p>
      )}
      <ul className={styles.stream}>
        {reply.items.map(item => (
          <Replayed key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function Replayed({ item }: { item: ReplayedDelivery }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { failure, remark, became, alerts } = item;
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>
          {failure ? t('replay.failed') : remark ?? describeOutcomes(became, t)}
        </strong>
        <div className={styles.rowFacts}>
          <span>{item.integration}</span>
          <Moment at={item.receivedAt} />
        </div>
        {failure && <p className={styles.missing}>{failure}</p>}
        {alerts.map(({ fingerprint, incidentKey, entityRef, reason }, i) => (
          // A delivery may name the same alert twice.
          // eslint-disable-next-line react/no-array-index-key
          <p key={`${fingerprint} ${i}`} className={styles.why}>
            {[incidentKey, entityRef, reason].filter(Boolean).join(' · ')}
          </p>
        ))}
      </div>
    </li>
  );
}
