import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import styles from '../alerts/alerts.module.css';
import { incidentsTranslationRef } from '../translation';
import { repetitions, type PlanDraft, type Repetition } from './describePlan';

/** Whether it is once or again and again, and until when. */
export function RepeatFields(props: {
  draft: PlanDraft;
  isMissing: boolean;
  onChange: (part: Partial<PlanDraft>) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { draft, isMissing, onChange } = props;
  const isOnce = draft.repeats === 'never';
  const isByRule = draft.repeats === 'custom';
  return (
    <div className={styles.span}>
      <RadioGroup
        label={t('maintenance.plan.repeats')}
        orientation="horizontal"
        className={styles.spans}
        value={draft.repeats}
        onChange={id => onChange({ repeats: id as Repetition })}
      >
        {repetitions.map(id => (
          <Radio key={id} value={id}>
            {t(`maintenance.plan.repeats.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      {isByRule && (
        <TextField
          label={t('maintenance.plan.rule')}
          description={t('maintenance.plan.rule.hint')}
          isRequired
          validationBehavior="aria"
          isInvalid={isMissing}
          maxLength={500}
          value={draft.rule}
          onChange={rule => onChange({ rule })}
        />
      )}
      {isMissing && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.plan.rule.missing')}
        </p>
      )}
      {!isOnce && !isByRule && (
        <label className={styles.until}>
          {t('maintenance.plan.last')}
          <input
            type="date"
            value={draft.last}
            onChange={event => onChange({ last: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}
