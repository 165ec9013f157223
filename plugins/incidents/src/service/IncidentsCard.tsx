import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
} from 'backstage-plugin-incidents-react';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { useRunbookUrl } from '../runbooks/useRunbookUrl';
import { incidentsTranslationRef } from '../translation';
import { describeSummary } from './describeSummary';
import { HeadlineIcon } from './HeadlineIcon';
import { OutLink } from './OutLink';
import { Say } from './Say';
import { useEntitySummary } from './useEntitySummary';
import styles from './service.module.css';

export type IncidentsCardProps = {
  /** Where the tab is, if the portal shows it. */
  tabUrl?: string;
};

/** The answer of the tab in a few lines, for the overview of an entity. */
export function IncidentsCard({ tabUrl }: IncidentsCardProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entity } = useEntity();
  const { data, error, refetch } = useEntitySummary(entity);
  return (
    <Panel
      title={t('service.card.title')}
      actions={tabUrl && <Link href={tabUrl}>{t('service.card.more')}</Link>}
    >
      {error && (
        <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
      )}
      {data && <CardContent summary={data} />}
      {!data && !error && <SkeletonLines lines={3} />}
    </Panel>
  );
}

function CardContent({ summary }: { summary: EntitySummary }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  const runbookPage = useRunbookUrl();
  const { lines, tone, incident, runbook } = describeSummary(summary);
  const [sentence, ...others] = lines;
  return (
    <div className={styles.card} data-tone={tone}>
      <p className={styles.cardSentence}>
        <HeadlineIcon tone={tone} />
        <strong>
          <Say group="headline" line={sentence} />
        </strong>
      </p>
      <p className={styles.facts}>
        {others.map(line => (
          <span key={line.key}>
            <Say group="headline" line={line} />
          </span>
        ))}
        {summary.incidentsIn90Days > 0 && (
          <span>
            {summary.countedSince
              ? t('service.card.in90DaysAtLeast', {
                  number: String(summary.incidentsIn90Days),
                })
              : t('service.card.in90Days', {
                  count: summary.incidentsIn90Days,
                })}
          </span>
        )}
      </p>
      {incident && (
        <p className={styles.facts}>
          {runbook && (
            <OutLink url={runbookPage(runbook)}>{runbook.title}</OutLink>
          )}
          <Link href={incidentPage({ key: incident.key })}>
            {t('service.action.incident', { key: incident.key })}
          </Link>
        </p>
      )}
      <CardOnCall summary={summary} />
    </div>
  );
}

function CardOnCall({ summary }: { summary: EntitySummary }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (summary.onCall.status !== 'ok') return null;
  const [first] = summary.onCall.value.levels;
  const names = first?.people.slice(0, 2).map(person => person.displayName);
  return (
    <p className={styles.quiet}>
      {names?.length
        ? t('service.card.onCall', { names: names.join(', ') })
        : t('service.onCall.gap')}
    </p>
  );
}
