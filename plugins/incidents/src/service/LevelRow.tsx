import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PersonChip } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { OnCallLevelView } from './describeOnCall';
import { More } from './More';
import { Say } from './Say';
import styles from './service.module.css';

/** One level: who is on call, until when, who is next; or that nobody is. */
export function LevelRow({ level }: { level: OnCallLevelView }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
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
      {level.unreachable.map(({ person, because }) => (
        <p key={person.ref} className={styles.doubt}>
          {t('service.onCall.unreachable', {
            ...{ name: person.displayName, because },
          })}
        </p>
      ))}
      {level.next && (
        <p className={styles.quiet}>
          <Say group="onCall" line={level.next} />
        </p>
      )}
    </li>
  );
}
