import { Radio, RadioGroup } from '@backstage/ui';
import type { SeverityScheme } from 'backstage-plugin-incidents-common';
import { SeverityTag } from 'backstage-plugin-incidents-react';
import styles from './severity.module.css';

export type SeverityPickerProps = {
  scheme: SeverityScheme;
  severity?: string;
  label: string;
  description?: string;
  onChange: (severity: string) => void;
};

/** Chooses a level with the criteria of every level in view. */
export function SeverityPicker(props: SeverityPickerProps) {
  return (
    <RadioGroup
      label={props.label}
      description={props.description}
      value={props.severity ?? null}
      onChange={props.onChange}
      className={styles.picker}
    >
      {props.scheme.levels.map(level => (
        <Radio key={level.id} value={level.id} className={styles.level}>
          <span className={styles.choice}>
            <SeverityTag severity={level.id} rank={level.rank} />
            <span className={styles.criteria}>
              {level.title !== level.id && <strong>{level.title}. </strong>}
              {level.criteria}
            </span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
