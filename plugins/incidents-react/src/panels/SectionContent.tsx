import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Section } from 'backstage-plugin-incidents-common';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './panels.module.css';

/** @public */
export type SectionContentProps<T> = {
  section: Section<T>;
  children: (value: T) => ReactNode;
};

/**
 * A part of an answer that may have failed while the others stand: says so instead of looking empty.
 *
 * @public
 */
export function SectionContent<T>({
  section,
  children,
}: SectionContentProps<T>) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  if (section.status === 'ok') return <>{children(section.value)}</>;
  return (
    <p className={styles.unknown} data-status={section.status}>
      <strong>{t(`section.${section.status}`)}</strong> {section.reason}
    </p>
  );
}
