import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  HandoverDraft,
  HandoverIncident,
  HandoverPage as Page,
} from 'backstage-plugin-incidents-common';
import {
  SectionContent,
  SeverityTag,
  StatusTag,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeHandover, describeMoment } from './describeHandover';
import type { Place } from './describeTimes';
import styles from './handover.module.css';

export type HandoverFactsProps = { draft: HandoverDraft; place: Place };

/** What happened in a shift: incidents, pages, and what ends soon. */
export function HandoverFacts({ draft, place }: HandoverFactsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { shift, next } = describeHandover(draft, { t, place });
  const at = (instant: string) => describeMoment(instant, place);
  return (
    <div className={styles.facts}>
      <p className={styles.line}>
        <strong>{shift}</strong> {next}
      </p>
      <section>
        <h3 className={styles.head}>{t('handover.incidents')}</h3>
        <p className={styles.quiet}>
          {t('handover.entities', { count: draft.entities })}
        </p>
        <SectionContent section={draft.incidents}>
          {all => <Incidents all={all} at={at} />}
        </SectionContent>
      </section>
      <section>
        <h3 className={styles.head}>{t('handover.pages')}</h3>
        <SectionContent section={draft.pages}>
          {all => <Pages all={all} at={at} />}
        </SectionContent>
      </section>
      <section>
        <h3 className={styles.head}>{t('handover.endings')}</h3>
        <SectionContent section={draft.endings}>
          {all =>
            all.length ? (
              <ul className={styles.list}>
                {all.map(({ id, kind, title, endsAt }) => (
                  <li key={`${kind} ${id}`}>
                    {t(`handover.ending.${kind}`, { title, at: at(endsAt) })}
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.line}>{t('handover.endings.none')}</p>
            )
          }
        </SectionContent>
      </section>
    </div>
  );
}

type ListProps<T> = { all: T[]; at: (instant: string) => string };

function Incidents({ all, at }: ListProps<HandoverIncident>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(incidentRouteRef);
  if (!all.length)
    return <p className={styles.line}>{t('handover.incidents.none')}</p>;
  return (
    <ul className={styles.list}>
      {all.map(one => (
        <li key={one.key} className={styles.incident}>
          <SeverityTag severity={one.severity} rank={one.severityRank} />
          <Link href={href({ key: one.key })}>
            {one.key} {one.title}
          </Link>
          <StatusTag status={one.status} />
          <span className={styles.quiet}>{at(one.declaredAt)}</span>
        </li>
      ))}
    </ul>
  );
}

function Pages({ all, at }: ListProps<Page>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(incidentRouteRef);
  if (!all.length)
    return <p className={styles.line}>{t('handover.pages.none')}</p>;
  return (
    <ul className={styles.list}>
      {all.map(one => (
        <li key={[one.at, one.person.ref, one.incidentKey].join()}>
          {t('handover.page', {
            ...{ at: at(one.at), name: one.person.displayName },
          })}{' '}
          <Link href={href({ key: one.incidentKey })}>{one.incidentKey}</Link>
        </li>
      ))}
    </ul>
  );
}
