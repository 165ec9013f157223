import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiArrowLeftLine, RiArrowRightLine } from '@remixicon/react';
import { incidentsTranslationRef } from '../translation';
import styles from './list.module.css';

export type PagerProps = {
  /** Cursors of the pages that led here. */
  cursors: string[];
  nextCursor?: string;
  onChange: (cursors: string[]) => void;
};

/** Goes through pages whose order is known only from cursor to cursor. Absent when there is one page. */
export function Pager({ cursors, nextCursor, onChange }: PagerProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!cursors.length && !nextCursor) return null;
  return (
    <nav className={styles.pager} aria-label={t('list.pages')}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!cursors.length}
        iconStart={<RiArrowLeftLine aria-hidden="true" />}
        onPress={() => onChange(cursors.slice(0, -1))}
      >
        {t('list.previous')}
      </Button>
      <span>{t('list.page', { number: String(cursors.length + 1) })}</span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!nextCursor}
        iconEnd={<RiArrowRightLine aria-hidden="true" />}
        onPress={() => nextCursor && onChange([...cursors, nextCursor])}
      >
        {t('list.next')}
      </Button>
    </nav>
  );
}
