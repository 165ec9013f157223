import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, Link, VisuallyHidden } from '@backstage/ui';
import { SeverityTag, StatusTag } from 'backstage-plugin-incidents-react';
import type {
  EntitySummary,
  Incident,
} from 'backstage-plugin-incidents-common';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeSummary } from './describeSummary';
import { HeadlineActions } from './HeadlineActions';
import { HeadlineIcon } from './HeadlineIcon';
import { Say } from './Say';
import styles from './service.module.css';

/** Is it broken, since when, what do I open first. */
export function HeadlineBar({ summary }: { summary: EntitySummary }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const headline = describeSummary(summary);
  const [sentence, ...others] = headline.lines;
  const { incident } = headline;
  return (
    <Card
      role="region"
      className={styles.headline}
      data-tone={headline.tone}
      aria-label={t('service.headline.label')}
    >
      <HeadlineIcon tone={headline.tone} />
      <div className={styles.words}>
        <h2 className={styles.sentence}>
          <Say group="headline" line={sentence} />
        </h2>
        {(incident || others.length > 0) && (
          <p className={styles.details}>
            {incident && <StatusTag status={incident.status} />}
            {others.map(line => (
              <span key={line.key}>
                <Say group="headline" line={line} />
              </span>
            ))}
          </p>
        )}
        <AlsoOpen incidents={headline.alsoOpen} />
      </div>
      <HeadlineActions headline={headline} entityRef={summary.entityRef} />
      {/* Without the running time, so that it is read when something changes and not each minute. */}
      <VisuallyHidden role="status">
        {incident && t('service.headline.announce', incident)}
      </VisuallyHidden>
    </Card>
  );
}

const shownOthers = 4;

function AlsoOpen({ incidents }: { incidents: Incident[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const incidentPage = useRouteRef(incidentRouteRef);
  if (incidents.length === 0) return null;
  const more = incidents.length - shownOthers;
  return (
    <p className={styles.details}>
      <span>{t('service.headline.alsoOpen')}</span>
      {incidents.slice(0, shownOthers).map(({ key, title, ...rest }) => (
        <span key={key} className={styles.pair}>
          <SeverityTag severity={rest.severity} rank={rest.severityRank} />
          <Link href={incidentPage({ key })} title={title}>
            {key}
          </Link>
        </span>
      ))}
      {more > 0 && <span>{t('service.more', { count: more })}</span>}
    </p>
  );
}
