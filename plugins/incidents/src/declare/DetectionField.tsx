import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type { DetectionSource } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import styles from './declare.module.css';

/** Without `drill`: a drill starts from its own page. */
const offered = ['employee', 'customer', 'support', 'monitor'] as const;

export type DetectionFieldProps = {
  source: DetectionSource;
  onChange: (source: DetectionSource) => void;
};

/** Who noticed it first. */
export function DetectionField(props: DetectionFieldProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <RadioGroup
      label={t('declare.noticed')}
      orientation="horizontal"
      className={styles.detection}
      value={props.source}
      onChange={source => props.onChange(source as DetectionSource)}
    >
      {offered.map(source => (
        <Radio key={source} value={source}>
          {t(`detection.${source}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
