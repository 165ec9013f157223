import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiUserSearchLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { incidentsTranslationRef } from '../translation';
import type { AlertGroup } from './describeAlertFilters';
import type { GroupChoice } from './describeGroups';
import styles from './alerts.module.css';

export type GroupTabsProps = { choices: GroupChoice[]; chosen?: AlertGroup };

/** The groups with their numbers: links, so that each has an address. */
export function GroupTabs({ choices, chosen }: GroupTabsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <nav className={styles.groups} aria-label={t('alerts.groups')}>
      {choices.map(({ group, count, search, isUrgent }) => (
        <Link
          key={group}
          to={{ search }}
          className={styles.group}
          aria-current={group === chosen ? 'page' : undefined}
          data-urgent={isUrgent || undefined}
        >
          {isUrgent && <RiUserSearchLine size={16} aria-hidden="true" />}
          {t(`alerts.group.${group}`)}{' '}
          <span className={styles.groupCount}>{count ?? '–'}</span>
        </Link>
      ))}
    </nav>
  );
}
