import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { Incident } from 'backstage-plugin-incidents-common';
import {
  RelativeTime,
  SeverityTag,
  StatusTag,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './declare.module.css';

/** Open incidents of the same entity: joining is better than declaring twice. */
export function OpenHere(props: { entityRef?: string; onLeave: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entityRef } = props;
  const { data } = useIncidentsQuery(
    ['open-here', entityRef],
    (api, signal) =>
      api.listIncidents(
        { query: { entityRef, status: ['open'], limit: 5 } },
        { signal },
      ),
    { enabled: Boolean(entityRef) },
  );
  if (!entityRef || !data?.totalItems) return null;
  return (
    <section className={styles.similar} aria-live="polite">
      <strong>{t('declare.similar', { count: data.totalItems })}</strong>
      <p>{t('declare.similar.hint')}</p>
      <ul>
        {data.items.map(incident => (
          <OpenIncident
            key={incident.key}
            incident={incident}
            onLeave={props.onLeave}
          />
        ))}
      </ul>
    </section>
  );
}

function OpenIncident(props: { incident: Incident; onLeave: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const { incident } = props;
  return (
    <li className={styles.similarItem}>
      <SeverityTag severity={incident.severity} rank={incident.severityRank} />
      <span className={styles.similarTitle}>{incident.title}</span>
      <StatusTag status={incident.status} />
      <RelativeTime at={incident.declaredAt} />
      <ButtonLink
        size="small"
        variant="secondary"
        href={incidentHref({ key: incident.key })}
        onPress={props.onLeave}
      >
        {t('declare.similar.join', { key: incident.key })}
      </ButtonLink>
    </li>
  );
}
