import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { MaintenanceCalendar } from 'backstage-plugin-incidents-common';
import {
  Panel,
  RelativeTime,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import { incidentsTranslationRef } from '../translation';

/** How the calendars of the config fare: absent while there are none. */
export function CalendarsPanel() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const calendars = useIncidentsQuery(
    ['maintenance', 'calendars'],
    (api, signal) => api.listMaintenanceCalendars({}, { signal }),
  );
  const { items = [] } = calendars.data ?? {};
  if (items.length === 0) return null;
  return (
    <Panel title={t('maintenance.calendars')}>
      <ul className={styles.stream}>
        {items.map(calendar => (
          <CalendarRow key={calendar.id} calendar={calendar} />
        ))}
      </ul>
    </Panel>
  );
}

function CalendarRow({ calendar }: { calendar: MaintenanceCalendar }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { id, readAt, failure, failingSince, windows, remarks } = calendar;
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>{id}</strong>
        <div className={styles.rowFacts}>
          <span>
            {readAt ? (
              <>
                {t('maintenance.calendars.read')} <RelativeTime at={readAt} />
              </>
            ) : (
              t('maintenance.calendars.never')
            )}
          </span>
          <span>{t('maintenance.calendars.windows', { count: windows })}</span>
          {failingSince && (
            <strong className={styles.soon}>
              {t('maintenance.calendars.failingSince')}{' '}
              <RelativeTime at={failingSince} />
            </strong>
          )}
        </div>
        {failure && (
          <Alert
            status="warning"
            icon
            title={t('maintenance.calendars.failing')}
            description={failure}
          />
        )}
        {remarks.length > 0 && (
          <details className={styles.details}>
            <summary>
              {t('maintenance.calendars.remarks', { count: remarks.length })}
            </summary>
            <ul>
              {remarks.map(({ title, reason }) => (
                <li key={title + reason}>
                  {title}: {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
