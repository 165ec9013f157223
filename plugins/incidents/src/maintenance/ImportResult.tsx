import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ImportedEvent,
  ImportReply,
} from 'backstage-plugin-incidents-common';
import { useLanguage } from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import { Moment } from '../service/Moment';
import { incidentsTranslationRef } from '../translation';
import { describeRecurrence } from './describeRecurrence';

/** What would become of each event of a file. */
export function ImportResult({ reply }: { reply: ImportReply }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <section aria-label={t('maintenance.import.result')} role="status">
      <h3>{t('maintenance.import.result')}</h3>
      {reply.events.length === 0 && <p>{t('maintenance.import.empty')}</p>}
      <ul className={styles.imported}>
        {reply.events.map((event, index) => (
          // Two events may have the same title.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>
            <EventLine event={event} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function EventLine({ event }: { event: ImportedEvent }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { title, became, next, recurrence, entityRefs, reason } = event;
  return (
    <>
      <strong>{title}</strong>{' '}
      <span className={styles.became}>
        {t(`maintenance.import.became.${became}`)}
      </span>
      {became === 'skipped' ? (
        <p className={styles.why}>{reason}</p>
      ) : (
        <p className={styles.hint}>
          {next && (
            <>
              <Moment at={next.startsAt} /> {t('maintenance.to')}{' '}
              <Moment at={next.endsAt} />{' '}
            </>
          )}
          {recurrence && `${describeRecurrence(recurrence, { t, language })}, `}
          {entityRefs.join(', ')}
        </p>
      )}
    </>
  );
}
