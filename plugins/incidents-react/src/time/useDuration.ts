import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsWidgetsTranslationRef } from '../translation';
import { describeDuration } from './describeDuration';

/**
 * Says a span in words, such as `2 h 05 min`.
 *
 * @public
 */
export function useDuration(): (ms: number) => string {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  return useCallback(
    (ms: number) => {
      const parts = describeDuration(ms);
      switch (parts.unit) {
        case 'seconds':
          return t('duration.seconds', { seconds: String(parts.seconds) });
        case 'minutes':
          return t('duration.minutes', { minutes: String(parts.minutes) });
        case 'hours':
          return t('duration.hours', {
            hours: String(parts.hours),
            minutes: String(parts.minutes).padStart(2, '0'),
          });
        default:
          return t('duration.days', {
            days: String(parts.days),
            hours: String(parts.hours),
          });
      }
    },
    [t],
  );
}
