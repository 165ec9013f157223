import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { PagedLine } from './describePaged';
import { wayName } from './wayName';
import styles from './paged.module.css';

/** One person or channel: why them, when, by which ways, and what became of it. */
export function PagedRow({ line }: { line: PagedLine }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { person, target, at, state, ways } = line;
  const failed = ways.filter(({ reason }) => reason);
  return (
    <li className={styles.line} data-state={state}>
      <span className={styles.who}>
        {person ? (
          <EntityRefLink entityRef={person.ref} hideIcon>
            {person.displayName}
          </EntityRefLink>
        ) : (
          t('paged.somebody')
        )}
        <strong className={styles.state}>{t(`paged.state.${state}`)}</strong>
      </span>
      <span className={styles.quiet}>
        {[
          target,
          t('paged.by', {
            way: ways.map(({ notifier }) => wayName(notifier, t)).join(', '),
          }),
        ].join(' · ')}
        {' · '}
        <RelativeTime at={at} />
      </span>
      {failed.map(({ notifier, reason }) => (
        <span key={notifier} className={styles.quiet}>
          {wayName(notifier, t)}: {reason}
        </span>
      ))}
    </li>
  );
}
