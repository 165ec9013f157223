import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translation';
import styles from './service.module.css';

/** The tail of a list, folded away; nothing when there is none. */
export function More(props: { count: number; children: ReactNode }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (props.count === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('service.more', { count: props.count })}</summary>
      {props.children}
    </details>
  );
}
