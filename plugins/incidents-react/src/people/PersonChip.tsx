import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Avatar } from '@backstage/ui';
import { RiMailLine } from '@remixicon/react';
import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './people.module.css';

/** @public */
export type PersonChipProps = {
  person: OnCallPerson;
  /** The name alone, where space is short. */
  compact?: boolean;
};

/**
 * A person with the ways to them: name, what they are here, mail.
 *
 * @public
 */
export function PersonChip({ person, compact }: PersonChipProps) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  return (
    <span className={styles.person}>
      <Avatar
        src={person.picture ?? ''}
        name={person.displayName}
        size={compact ? 'x-small' : 'small'}
        purpose="decoration"
      />
      {person.ref.startsWith('outside:') ? (
        // Another program knows them, and the catalog does not.
        <span className={styles.name}>{person.displayName}</span>
      ) : (
        <EntityRefLink entityRef={person.ref} className={styles.name}>
          {person.displayName}
        </EntityRefLink>
      )}
      {!compact && person.role && (
        <span className={styles.role}>
          {person.role === 'lead' ? t('person.lead') : person.role}
        </span>
      )}
      {!compact && person.email && (
        <a
          href={`mailto:${person.email}`}
          className={styles.mail}
          title={person.email}
          aria-label={t('person.mail', { name: person.displayName })}
        >
          <RiMailLine size={16} aria-hidden="true" />
        </a>
      )}
    </span>
  );
}
