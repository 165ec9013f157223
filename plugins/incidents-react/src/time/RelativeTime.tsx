import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../language/useLanguage';
import { incidentsWidgetsTranslationRef } from '../translation';
import { describeInstant } from './describeInstant';
import { useNow } from './useNow';
import styles from './time.module.css';

/**
 * When something happened: relative, the exact instant in the reader's zone on hover.
 *
 * @public
 */
export function RelativeTime(props: { at: string; className?: string }) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  const language = useLanguage();
  const now = useNow();
  const { text, exact, justNow } = describeInstant(props.at, now, language);
  return (
    <time
      dateTime={props.at}
      title={exact}
      className={[styles.time, props.className].filter(Boolean).join(' ')}
    >
      {justNow ? t('time.justNow') : text}
    </time>
  );
}
