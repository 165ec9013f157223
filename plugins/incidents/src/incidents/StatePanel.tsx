import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  IncidentDetail,
  SeverityLevel,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  RelativeTime,
  SectionContent,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { ActorName } from './ActorName';
import type { State } from './describeState';
import styles from './incident.module.css';

export type StatePanelProps = { incident: IncidentDetail; state: State };

/** What is broken, since when, how bad, who noticed. */
export function StatePanel({ incident, state }: StatePanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('incident.state')} level={3}>
      <dl className={styles.state}>
        {incident.description && (
          <Row name={t('incident.state.what')}>
            <p className={styles.description}>{incident.description}</p>
          </Row>
        )}
        <Row name={t('incident.state.where')}>
          <Entities refs={incident.entityRefs} />
        </Row>
        <Row name={t('incident.state.since')}>
          <RelativeTime at={incident.declaredAt} />
          {state.milestones.map(({ name, at }) => (
            <span key={name} className={styles.milestone}>
              {t(`incident.milestone.${name}`)} <RelativeTime at={at} />
            </span>
          ))}
        </Row>
        <Row name={t('incident.state.howBad')}>
          <SectionContent section={incident.severities}>
            {() => <Definition incident={incident} state={state} />}
          </SectionContent>
        </Row>
        <Row name={t('incident.state.noticed')}>
          {t(`detection.${incident.detectionSource}`)}
          {' · '}
          <ActorName actor={incident.declaredBy} />
        </Row>
        <Row name={t('incident.state.alerts')}>
          <AlertCount incident={incident} />
        </Row>
      </dl>
    </Panel>
  );
}

function Entities({ refs }: { refs: string[] }) {
  return (
    <>
      {refs.map(ref => (
        <span key={ref} className={styles.entity}>
          <EntityRefLink entityRef={ref} />
        </span>
      ))}
    </>
  );
}

function Row(props: { name: string; children: ReactNode }) {
  return (
    <div className={styles.stateRow}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function AlertCount({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!incident.alerts) return <>{t('incident.state.alertsNone')}</>;
  if (!incident.openAlerts) {
    return <>{t('incident.state.alertsQuiet', { count: incident.alerts })}</>;
  }
  return (
    <strong>
      {t('incident.state.alertsFiring', {
        firing: String(incident.openAlerts),
        all: String(incident.alerts),
      })}
    </strong>
  );
}

const facts = [
  'response',
  'commander',
  'pages',
  'customerNotice',
  'internalUpdate',
  'review',
] as const satisfies (keyof SeverityLevel)[];

function Definition({ incident, state }: StatePanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { level } = state;
  const known = facts.filter(fact => level?.[fact]);
  return (
    <>
      <SeverityTag severity={incident.severity} rank={incident.severityRank} />{' '}
      {level?.criteria}
      {state.definitionChanged && (
        <p className={styles.quiet}>{t('incident.state.definitionChanged')}</p>
      )}
      {level && known.length > 0 && (
        <details className={styles.details}>
          <summary>
            {t('incident.level.more', { severity: incident.severity })}
          </summary>
          <dl className={styles.facts}>
            {known.map(fact => (
              <div key={fact}>
                <dt>{t(`incident.level.${fact}`)}</dt>
                <dd>{level[fact]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
