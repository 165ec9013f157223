import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  IncidentDetail,
  OnCallPage,
  OnCallPages,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  RelativeTime,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useLocation } from 'react-router-dom';
import { incidentsTranslationRef } from '../translation';
import { ActorName } from './ActorName';
import { describePaged } from './describePaged';
import { PagedAnswers } from './PagedAnswers';
import { PagedRow } from './PagedRow';
import styles from './paged.module.css';

/** Where notices of pages lead to. */
const anchor = 'paged';

/** Who was woken for it, what they answered, and the reader's own answer. */
export function PagedPanel({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { key } = incident;
  const { data, error } = useIncidentsQuery(['pages', key], (api, signal) =>
    api.listPages({ params: { key } }, { signal }),
  );
  const place = useScrollHere(data !== undefined);
  return (
    <div ref={place} className={styles.place}>
      <Panel title={t('paged.title')} level={3} id={anchor}>
        {error && <ProblemPanel error={error} />}
        {data && <Paged incident={incident} pages={data} />}
      </Panel>
    </div>
  );
}

/** The browser looks for the anchor before the panel is there. */
function useScrollHere(isThere: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isThere || isDone || hash !== `#${anchor}`) return;
    setDone(true);
    place.current?.scrollIntoView?.({ block: 'center' });
  }, [isThere, isDone, hash]);
  return place;
}

function Paged(props: { incident: IncidentDetail; pages: OnCallPages }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { incident, pages } = props;
  const [latest, ...earlier] = pages.items;
  return (
    <>
      {latest ? (
        <Status page={latest} />
      ) : (
        <p className={styles.quiet}>{t('paged.none')}</p>
      )}
      <PagedAnswers incident={incident} page={latest} />
      {latest && <Notices page={latest} />}
      {latest && pages.people === 'hidden' && (
        <p className={styles.quiet}>{t('paged.hidden')}</p>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('paged.earlier')}</summary>
          {earlier.map(page => (
            <Notices key={page.id} page={page} />
          ))}
        </details>
      )}
    </>
  );
}

function Status({ page }: { page: OnCallPage }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { status, dueAt, acknowledgedBy } = page;
  const round = String(page.round);
  const rounds = String(page.rounds);
  return (
    <div className={styles.status} data-status={status}>
      <strong>
        {status === 'acknowledged' && acknowledgedBy
          ? t('paged.status.acknowledged', {
              who: <ActorName actor={acknowledgedBy} />,
            })
          : t(`paged.status.${status === 'acknowledged' ? 'ended' : status}`)}
      </strong>
      <span className={styles.quiet} title={page.because}>
        {t('paged.policy', { policy: page.policy })}
        {status === 'waiting' && ` · ${t('paged.round', { round, rounds })}`}
      </span>
      {dueAt && (
        <span className={styles.quiet}>
          {t(status === 'acknowledged' ? 'paged.silence' : 'paged.next', {
            when: <RelativeTime at={dueAt} />,
          })}
        </span>
      )}
    </div>
  );
}

const shownAtFirst = 6;

function Notices({ page }: { page: OnCallPage }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [all, setAll] = useState(false);
  const lines = describePaged(page);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.lines}>
        {shown.map(line => (
          <PagedRow key={line.id} line={line} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
          {t('incident.alerts.all', { number: String(lines.length) })}
        </Button>
      )}
    </>
  );
}
