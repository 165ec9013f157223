import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { ShiftCalendar } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  RelativeTime,
  useIncidentsMutation,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';
import { subjectOf } from './describeCalendar';
import styles from '../oncall.module.css';

/** The addresses that the reader has made, each with a way to revoke it. */
export function CalendarList() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const calendars = useIncidentsQuery(['shift-calendars'], (api, signal) =>
    api.listShiftCalendars({ query: {} }, { signal }),
  );
  const { data, error } = calendars;
  const items = data?.items.filter(({ revokedAt }) => !revokedAt) ?? [];
  if (!items.length && !error) return null;
  return (
    <section aria-label={t('subscribe.mine')}>
      <h3 className={styles.listHead}>{t('subscribe.mine')}</h3>
      {error && (
        <ProblemPanel error={error} onRetry={() => calendars.refetch()} />
      )}
      <ul className={styles.calendars}>
        {items.map(calendar => (
          <CalendarRow key={calendar.id} calendar={calendar} />
        ))}
      </ul>
    </section>
  );
}

function CalendarRow({ calendar }: { calendar: ShiftCalendar }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { id, schedule = '', user } = calendar;
  const revoke = useIncidentsMutation(api =>
    api.revokeShiftCalendar({ params: { id }, body: {} }),
  );
  const words = t(`subscribe.of.${subjectOf(calendar)}`, { schedule });
  return (
    <li className={styles.calendar}>
      <span>
        {words} {user && <EntityDisplayName entityRef={user} hideIcon />}
        <span className={styles.quiet}>
          <RelativeTime at={calendar.createdAt} />
        </span>
      </span>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('subscribe.revoke.about', { calendar: words })}
        isPending={revoke.isPending}
        onPress={() => revoke.mutate()}
      >
        {t('subscribe.revoke')}
      </Button>
      {revoke.error && <ProblemPanel error={revoke.error} />}
    </li>
  );
}
