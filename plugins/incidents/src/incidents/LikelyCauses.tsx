import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { IncidentDetail } from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeCauses, type CauseWords } from './describeCauses';
import styles from './incident.module.css';

/** Is it something else that is broken, and is anybody paged meanwhile. */
export function LikelyCauses({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const causes = describeCauses(incident, incident.likelyCauses);
  if (causes.length === 0) return null;
  return (
    <ul className={styles.causes} aria-label={t('incident.cause')}>
      {causes.map(cause => (
        <Cause key={cause.key} cause={cause} />
      ))}
      {incident.pagesHeld && (
        <li>
          <strong className={styles.held}>{t('incident.pagesHeld')}</strong>
        </li>
      )}
    </ul>
  );
}

function Cause({ cause: { key, entityRef } }: { cause: CauseWords }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  if (!entityRef) return <li>{t('incident.becauseHidden', { key })}</li>;
  return (
    <li>
      {t('incident.because', {
        incident: <Link href={incidentHref({ key })}>{key}</Link>,
        entity: <EntityRefLink entityRef={entityRef} hideIcon />,
      })}
    </li>
  );
}
