import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { onCallLoadRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';

/** The way from who is on call to what it costs them. */
export function LoadLink() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(onCallLoadRouteRef)();
  return <Link href={href}>{t('load.open')}</Link>;
}
