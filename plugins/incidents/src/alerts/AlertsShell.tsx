import type { ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deadLetterReadPermission,
  deliveryReadPermission,
  routingReadPermission,
} from 'backstage-plugin-incidents-common';
import { NavLink } from 'react-router-dom';
import { alertsRouteRef } from '../routes';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

const views = [
  ['stream', ''],
  ['silences', '/silences'],
  ['maintenance', '/maintenance'],
  ['rules', '/rules'],
  ['dryRun', '/dry-run'],
  ['deliveries', '/deliveries'],
  ['letters', '/dead-letters'],
  ['heartbeats', '/heartbeats'],
] as const;

/** What stands around the stream and the views that belong to it. */
export function AlertsShell({ children }: { children: ReactNode }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const routing = usePermission({ permission: routingReadPermission });
  const letters = usePermission({ permission: deadLetterReadPermission });
  const deliveries = usePermission({ permission: deliveryReadPermission });
  const mayOpen = {
    stream: true,
    silences: routing.allowed,
    maintenance: routing.allowed,
    rules: routing.allowed,
    dryRun: routing.allowed,
    deliveries: deliveries.allowed,
    letters: letters.allowed,
    heartbeats: true,
  };
  return (
    <PageShell>
      <div className={styles.page}>
        <nav className={styles.views} aria-label={t('alerts.nav')}>
          {views
            .filter(([view]) => mayOpen[view])
            .map(([view, path]) => (
              <NavLink
                key={view}
                to={alertsHref + path}
                end
                className={styles.view}
              >
                {t(`alerts.nav.${view}`)}
              </NavLink>
            ))}
        </nav>
        {children}
      </div>
    </PageShell>
  );
}
