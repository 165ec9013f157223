import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiBookOpenLine } from '@remixicon/react';
import { DeclareButton } from '../declare';
import { incidentRouteRef } from '../routes';
import { useRunbookUrl } from '../runbooks/useRunbookUrl';
import { incidentsTranslationRef } from '../translation';
import type { Headline } from './describeSummary';
import { isPagePath, openableUrl } from './openableUrl';
import styles from './service.module.css';

export type HeadlineActionsProps = { headline: Headline; entityRef: string };

/** What to do next: exactly one button stands out, the runbook before the incident, the incident before declaring one. */
export function HeadlineActions(props: HeadlineActionsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  const { incident, runbook } = props.headline;
  const runbookPage = useRunbookUrl();
  const runbookUrl = runbook && openableUrl(runbookPage(runbook));
  return (
    <div className={styles.actions}>
      {runbookUrl && (
        <ButtonLink
          href={runbookUrl}
          variant="primary"
          iconStart={<RiBookOpenLine aria-hidden="true" />}
          aria-label={`${t('service.action.runbook')}: ${runbook?.title}`}
          {...(!isPagePath(runbookUrl) && {
            target: '_blank',
            rel: 'noopener noreferrer',
          })}
        >
          {t('service.action.runbook')}
        </ButtonLink>
      )}
      {incident && (
        <ButtonLink
          href={incidentPage({ key: incident.key })}
          variant={runbookUrl ? 'secondary' : 'primary'}
        >
          {t('service.action.incident', { key: incident.key })}
        </ButtonLink>
      )}
      <DeclareButton entityRef={props.entityRef} variant="secondary" />
    </div>
  );
}
