import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  SectionContent,
  useNow,
} from 'backstage-plugin-incidents-react';
import type { OnCallAnswer, Section } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import { describeOnCall, describeSource } from './describeOnCall';
import { LevelRow } from './LevelRow';
import { Say } from './Say';
import styles from './service.module.css';

/** Who do I call. */
export function OnCallPanel({ section }: { section: Section<OnCallAnswer> }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(60_000);
  if (section.status === 'hidden') {
    return (
      <Panel title={t('service.onCall.title')} level={3}>
        <p className={styles.line}>{t('service.onCall.hidden')}</p>
        <p className={styles.quiet}>{section.reason}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('service.onCall.title')} level={3}>
      <SectionContent section={section}>
        {answer => (
          <>
            <ol className={styles.list}>
              {describeOnCall(answer, now).map(level => (
                <LevelRow key={level.level} level={level} />
              ))}
            </ol>
            <Source answer={answer} />
            <p className={styles.quiet}>{answer.because}</p>
          </>
        )}
      </SectionContent>
    </Panel>
  );
}

/** Who says so, since when, and whether to doubt it. */
function Source({ answer }: { answer: OnCallAnswer }) {
  const { said, doubt } = describeSource(answer);
  return (
    <>
      {doubt && (
        <p className={styles.doubt}>
          <Say group="onCall" line={doubt} />
        </p>
      )}
      <p className={styles.quiet}>
        <Say group="onCall" line={said} />
      </p>
    </>
  );
}
