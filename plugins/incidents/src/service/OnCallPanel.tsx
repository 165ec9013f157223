import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  PersonChip,
  SectionContent,
  useNow,
} from 'backstage-plugin-incidents-react';
import type { OnCallAnswer, Section } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import { describeOnCall, type OnCallLevelView } from './describeOnCall';
import { More } from './More';
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
                <Level key={level.level} level={level} />
              ))}
            </ol>
            <p className={styles.quiet}>{answer.because}</p>
          </>
        )}
      </SectionContent>
    </Panel>
  );
}

function Level({ level }: { level: OnCallLevelView }) {
  return (
    <li className={styles.level} data-tone={level.tone}>
      <p className={styles.levelHead}>
        <strong>{level.name}</strong>{' '}
        <span className={styles.term}>
          <Say group="onCall" line={level.line} />
        </span>
      </p>
      {level.reason && <p className={styles.line}>{level.reason}</p>}
      <ul className={styles.people}>
        {level.people.map(person => (
          <li key={person.ref}>
            <PersonChip person={person} />
          </li>
        ))}
      </ul>
      <More count={level.more.length}>
        <ul className={styles.people}>
          {level.more.map(person => (
            <li key={person.ref}>
              <PersonChip person={person} />
            </li>
          ))}
        </ul>
      </More>
      {level.next && (
        <p className={styles.quiet}>
          <Say group="onCall" line={level.next} />
        </p>
      )}
    </li>
  );
}
