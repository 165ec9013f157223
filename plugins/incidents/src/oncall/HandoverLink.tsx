import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { handoverRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './oncall.module.css';

/** The way from a schedule to handing it over. */
export function HandoverLink(props: { name: string; title: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(handoverRouteRef);
  const { name, title } = props;
  return (
    <p className={styles.line}>
      <Link
        href={href({ name })}
        aria-label={t('handover.openOf', { schedule: title })}
      >
        {t('handover.open')}
      </Link>
    </p>
  );
}
