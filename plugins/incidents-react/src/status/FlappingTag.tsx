import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './status.module.css';

/**
 * An alert that fires and resolves so often that its changes are held back.
 *
 * @public
 */
export function FlappingTag() {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  return (
    <span className={styles.status} data-status="flapping">
      <svg viewBox="0 0 16 16" className={styles.glyph} aria-hidden="true">
        <path d="M1 12 L4.5 4 L8 12 L11.5 4 L15 12" className={styles.ring} />
      </svg>
      {t('status.flapping')}
    </span>
  );
}
