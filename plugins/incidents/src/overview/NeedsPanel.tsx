import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type { Need } from 'backstage-plugin-incidents-common';
import { Panel, RelativeTime } from 'backstage-plugin-incidents-react';
import { useListHref } from '../incidents/useListHref';
import { alertsRouteRef, incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeNeed, type NeedTarget } from './describeNeed';
import styles from './overview.module.css';

/** What waits for somebody: how many, how long, where to go. */
export function NeedsPanel({ needs }: { needs: Need[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('overview.needs')}>
      {needs.length === 0 && (
        <p className={styles.calm}>{t('overview.needs.none')}</p>
      )}
      <ul className={styles.needs}>
        {needs.map(need => (
          <li key={need.kind} className={styles.need}>
            <strong className={styles.needCount}>{need.count}</strong>
            <div className={styles.needWords}>
              <span>
                {t(`overview.need.${need.kind}`, { count: need.count })}
              </span>
              <span className={styles.quiet}>
                {t('overview.needs.oldest')} <RelativeTime at={need.since} />
              </span>
            </div>
            <NeedLinks target={describeNeed(need)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NeedLinks({ target }: { target: NeedTarget }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const listHref = useListHref();
  if (target.to === 'alerts') {
    return (
      <ButtonLink
        size="small"
        variant="secondary"
        href={alertsHref + target.at}
      >
        {t('overview.needs.show')}
      </ButtonLink>
    );
  }
  return (
    <span className={styles.needLinks}>
      {target.keys.map(key => (
        <Link key={key} href={incidentHref({ key })} variant="body-small">
          {key}
        </Link>
      ))}
      {target.more > 0 && target.status && (
        <Link href={listHref({ status: [target.status] })} variant="body-small">
          {t('overview.needs.more', { number: String(target.more) })}
        </Link>
      )}
      {target.more > 0 && !target.status && (
        <span className={styles.quiet}>
          {t('overview.needs.more', { number: String(target.more) })}
        </span>
      )}
    </span>
  );
}
