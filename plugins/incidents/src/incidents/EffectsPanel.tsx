import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { RelatedIncident } from 'backstage-plugin-incidents-common';
import {
  Panel,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './incident.module.css';

/** Who else suffers by this: those whose incidents are likely because of it. */
export function EffectsPanel({ effects }: { effects: RelatedIncident[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  if (effects.length === 0) return null;
  return (
    <Panel title={t('incident.effects')} level={3}>
      <ul className={styles.effects}>
        {effects.map(({ key, ...effect }) => (
          <li key={key} className={styles.effect}>
            <SeverityTag
              severity={effect.severity}
              rank={effect.severityRank}
            />
            <Link href={incidentHref({ key })}>{key}</Link>
            <span>{effect.title}</span>
            <EntityRefLink entityRef={effect.entityRefs[0]} hideIcon />
            <StatusTag status={effect.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
