import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { Range } from './describeHistory';
import { describeDay } from './describeMoment';
import styles from './service.module.css';

export type RangeChipProps = {
  range: Range;
  shown: number;
  total: number;
  onClear: () => void;
};

/** Which days the table is narrowed to, and the way back. */
export function RangeChip({ range, shown, total, onClear }: RangeChipProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  return (
    <span className={styles.pair}>
      <span role="status" className={styles.quiet}>
        {t('service.history.range', {
          from: describeDay(range.from, language),
          // The end of a range is the midnight after its last day.
          to: describeDay(range.to - 1, language),
          shown: String(shown),
          total: String(total),
        })}
      </span>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiCloseLine aria-hidden="true" />}
        onPress={onClear}
      >
        {t('service.history.clear')}
      </Button>
    </span>
  );
}
