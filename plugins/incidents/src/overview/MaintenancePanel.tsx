import { Fragment } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-incidents-common';
import { Panel, SectionContent } from 'backstage-plugin-incidents-react';
import { alertsRouteRef } from '../routes';
import { Moment } from '../service/Moment';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';

/** Where work is done now, and alerts are held back. Absent while there is none, or for those who may not see it. */
export function MaintenancePanel(props: {
  maintenance: Overview['maintenance'];
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { maintenance } = props;
  const isQuiet = maintenance.status === 'ok' && !maintenance.value.length;
  if (isQuiet || maintenance.status === 'hidden') return null;
  return (
    <Panel title={t('overview.maintenance')}>
      <SectionContent section={maintenance}>
        {running => (
          <ul className={styles.onCall}>
            {running.map(({ id, title, entityRefs, endsAt }) => (
              <li key={id} className={styles.onCallGroup}>
                <Link href={`${alertsHref}/maintenance`}>{title}</Link>
                <span>
                  {entityRefs.map((ref, i) => (
                    <Fragment key={ref}>
                      {i > 0 && ', '}
                      <EntityRefLink
                        entityRef={ref}
                        hideIcon
                        disableTooltip
                        className={styles.quietLink}
                      />
                    </Fragment>
                  ))}
                </span>
                <span className={styles.quiet}>
                  {t('overview.maintenance.until')} <Moment at={endsAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </SectionContent>
    </Panel>
  );
}
