import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiBookOpenLine } from '@remixicon/react';
import type { Incident, Runbook } from 'backstage-plugin-incidents-common';
import { DeclareButton } from '../declare';
import { MaintenanceButton } from '../maintenance/MaintenanceButton';
import { incidentRouteRef } from '../routes';
import { useRunbookUrl } from '../runbooks/useRunbookUrl';
import { incidentsTranslationRef } from '../translation';
import type { Headline } from './describeSummary';
import { isPagePath, openableUrl } from './openableUrl';
import styles from './service.module.css';

export type HeadlineActionsProps = { headline: Headline; entityRef: string };

/** What to do next: exactly one button stands out, and it is the first. */
export function HeadlineActions({ headline, entityRef }: HeadlineActionsProps) {
  const { incident, runbook, first } = headline;
  const steps = [
    runbook && (
      <RunbookStep
        key="runbook"
        runbook={runbook}
        variant={first === 'runbook' ? 'primary' : 'secondary'}
      />
    ),
    incident && (
      <IncidentStep
        key="incident"
        incident={incident}
        variant={first === 'incident' ? 'primary' : 'secondary'}
      />
    ),
  ];
  return (
    <div className={styles.actions}>
      {first === 'incident' ? steps.reverse() : steps}
      <DeclareButton entityRef={entityRef} variant="secondary" />
      <MaintenanceButton entityRef={entityRef} />
    </div>
  );
}

type Variant = 'primary' | 'secondary';

function RunbookStep(props: { runbook: Runbook; variant: Variant }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const runbookPage = useRunbookUrl();
  const url = openableUrl(runbookPage(props.runbook));
  if (!url) return null;
  return (
    <ButtonLink
      href={url}
      variant={props.variant}
      iconStart={<RiBookOpenLine aria-hidden="true" />}
      aria-label={`${t('service.action.runbook')}: ${props.runbook.title}`}
      {...(!isPagePath(url) && {
        target: '_blank',
        rel: 'noopener noreferrer',
      })}
    >
      {t('service.action.runbook')}
    </ButtonLink>
  );
}

function IncidentStep(props: { incident: Incident; variant: Variant }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  const { key } = props.incident;
  return (
    <ButtonLink href={incidentPage({ key })} variant={props.variant}>
      {t('service.action.incident', { key })}
    </ButtonLink>
  );
}
