import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { incidentsTranslationRef } from '../../translation';
import { describeInstantAt } from './describeInstantAt';
import { InputField } from './InputField';
import { useProblems } from './problemsContext';
import styles from './editor.module.css';

export type SinceFieldsProps = {
  /** A time on the wall; absent for now. */
  since?: string;
  /** What it begins with when it is to be later. */
  soon: string;
  zone: string;
  language: string;
  /** Edits that this one drops. */
  planned: string[];
  onChange: (since: string | undefined) => void;
};

/** From when on an edit counts. What was before stays. */
export function SinceFields(props: SinceFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { since, zone, planned } = props;
  const problem = useProblems('');
  return (
    <div className={styles.part}>
      <RadioGroup
        label={t('editor.since')}
        description={t('editor.since.hint')}
        value={since === undefined ? 'now' : 'later'}
        onChange={when =>
          props.onChange(when === 'now' ? undefined : props.soon)
        }
      >
        <Radio value="now">{t('editor.since.now')}</Radio>
        <Radio value="later">{t('editor.since.later')}</Radio>
      </RadioGroup>
      {since !== undefined && (
        <InputField
          type="datetime-local"
          label={t('editor.since.at', { zone })}
          problem={problem('from')}
          value={since}
          onChange={props.onChange}
        />
      )}
      {planned.length > 0 && (
        <p className={styles.note}>
          {t('editor.since.drops', {
            times: planned.map(at => describeInstantAt(at, props)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}
