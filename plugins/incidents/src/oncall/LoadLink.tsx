import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { onCallLoadRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './oncall.module.css';

/** The way from who is on call to what it costs them. */
export function LoadLink() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(onCallLoadRouteRef)();
  return (
    <p className={styles.line}>
      <Link href={href}>{t('load.open')}</Link>
    </p>
  );
}
