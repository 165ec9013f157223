import type { ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import {
  deliveryReadPermission,
  type Alert,
} from 'backstage-plugin-incidents-common';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { alertsRouteRef } from '../routes';
import { OutLink } from '../service/OutLink';
import { incidentsTranslationRef } from '../translation';
import { AlertHistory } from './AlertHistory';
import styles from './alerts.module.css';

/** What else is known of an alert. Reasons stay in the words they were given in. */
export function AlertFacts({ alert }: { alert: Alert }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const labels = Object.entries(alert.labels).sort(([a], [b]) =>
    a.localeCompare(b),
  );
  return (
    <dl className={styles.facts}>
      <Fact name={t('alerts.description')}>{alert.description}</Fact>
      <Fact
        name={t(alert.entityRef ? 'alerts.routing' : 'alerts.routing.none')}
      >
        {alert.routing.reason}
      </Fact>
      <Fact name={t('alerts.triage')}>{alert.triage.reason}</Fact>
      <Fact name={t('alerts.severityWhy')}>{alert.severityRemark}</Fact>
      <Fact name={t('alerts.links')}>
        {alert.links.length > 0 && (
          <span className={styles.links}>
            {alert.links.map(link => (
              <OutLink key={link.url} url={link.url} variant="body-small">
                {link.title}
              </OutLink>
            ))}
          </span>
        )}
      </Fact>
      <Fact name={t('alerts.lastFired')}>
        <RelativeTime at={alert.lastFiredAt} />
      </Fact>
      <Fact name={t('alerts.resolvedAt')}>
        {alert.resolvedAt && <RelativeTime at={alert.resolvedAt} />}
      </Fact>
      <Fact name={t('alerts.source')}>
        {alert.integration} · {alert.source}
      </Fact>
      <DeliveryFact alert={alert} />
      <Fact name={t('alerts.labels')}>
        {labels.length > 0 && (
          <ul className={styles.labels}>
            {labels.map(([name, value]) => (
              <li key={name}>
                {name}={value}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name={t('alerts.history')}>
        <AlertHistory alertId={alert.id} />
      </Fact>
    </dl>
  );
}

/** For those who may see what monitors send. The alert of a heartbeat was sent by nobody. */
function DeliveryFact({ alert }: { alert: Alert }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { allowed } = usePermission({ permission: deliveryReadPermission });
  if (!allowed || alert.integration === 'heartbeats') return null;
  return (
    <Fact name={t('alerts.delivery')}>
      <Link
        href={`${alertsHref}/deliveries?alert=${encodeURIComponent(alert.id)}`}
        variant="body-small"
      >
        {t('alerts.delivery.open')}
      </Link>
    </Fact>
  );
}

/** Absent when there is nothing to say. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
