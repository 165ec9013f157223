import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  Panel,
  rankOfSeverity,
  SectionContent,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import type {
  DependencyHealth,
  Section,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import {
  describeDependencies,
  type DependenciesView,
} from './describeDependencies';
import styles from './service.module.css';

export type DependenciesPanelProps = {
  section: Section<DependencyHealth[]>;
  severities: Section<SeverityScheme>;
};

/** Is it us, or something that we stand on. */
export function DependenciesPanel(props: DependenciesPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { severities } = props;
  const scheme = severities.status === 'ok' ? severities.value : undefined;
  return (
    <Panel title={t('service.dependencies.title')} level={3}>
      <SectionContent section={props.section}>
        {dependencies => {
          const view = describeDependencies(dependencies);
          return (
            <>
              <ul className={styles.list}>
                {view.broken.map(dependency => (
                  <Broken
                    key={dependency.entityRef}
                    dependency={dependency}
                    scheme={scheme}
                  />
                ))}
              </ul>
              <Quiet {...view} />
            </>
          );
        }}
      </SectionContent>
    </Panel>
  );
}

function Broken(props: {
  dependency: DependencyHealth;
  scheme?: SeverityScheme;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  const { entityRef, worst, openIncidents, keys } = props.dependency;
  return (
    <li className={styles.facts}>
      {worst && (
        <SeverityTag
          severity={worst}
          rank={rankOfSeverity(props.scheme, worst)}
        />
      )}
      <EntityRefLink entityRef={entityRef} />
      <span>{t('service.dependencies.open', { count: openIncidents })}</span>
      {keys.map(key => (
        <Link key={key} href={incidentPage({ key })}>
          {key}
        </Link>
      ))}
    </li>
  );
}

function Quiet({ broken, quiet }: DependenciesView) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const count = quiet.length;
  if (count === 0) {
    return broken.length > 0 ? null : (
      <p className={styles.line}>{t('service.dependencies.none')}</p>
    );
  }
  return (
    <details className={styles.more}>
      <summary>
        {broken.length > 0
          ? t('service.dependencies.quiet', { count })
          : t('service.dependencies.allQuiet', { count })}
      </summary>
      <ul className={styles.list}>
        {quiet.map(({ entityRef }) => (
          <li key={entityRef}>
            <EntityRefLink entityRef={entityRef} />
          </li>
        ))}
      </ul>
    </details>
  );
}
