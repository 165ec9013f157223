import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import { turnUnits, weekdays } from 'backstage-plugin-incidents-common';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';
import type { RotationDraft } from './draftSchedule';
import { describeWeekday } from './describeWeekday';
import { ChoiceField, InputField } from './InputField';
import { useProblems } from './problemsContext';
import styles from './editor.module.css';

export type RotationPartProps = {
  /** Of the rotation. */
  path: string;
  rotation: RotationDraft;
  onChange: (part: Partial<RotationDraft>) => void;
};

/** How long a turn is, and when one hands over to the next. */
export function TurnFields({ path, rotation, onChange }: RotationPartProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const problem = useProblems(path);
  const { unit } = rotation;
  const days = weekdays.map(id => ({
    ...{ id, label: describeWeekday(id, language, 'long') },
  }));
  return (
    <div className={styles.part} role="group" aria-label={t('editor.turn')}>
      <h4 className={styles.partTitle}>{t('editor.turn')}</h4>
      <div className={styles.row}>
        <InputField
          type="number"
          min={1}
          max={1000}
          label={t('editor.every')}
          problem={problem('turn', 'within')}
          value={rotation.every}
          onChange={every => onChange({ every })}
        />
        <ChoiceField
          label={t('editor.unit')}
          options={turnUnits.map(id => ({ id, label: t(`editor.unit.${id}`) }))}
          value={unit}
          onChange={next => onChange({ unit: next })}
        />
        {unit === 'weeks' && (
          <ChoiceField
            label={t('editor.weekday')}
            options={[{ id: '', label: t('editor.asStart') }, ...days]}
            value={rotation.weekday}
            problem={problem('handoff.weekday')}
            onChange={weekday => onChange({ weekday })}
          />
        )}
        {unit === 'months' && (
          <InputField
            type="number"
            min={1}
            max={31}
            label={t('editor.monthday')}
            hint={t('editor.monthday.hint')}
            problem={problem('handoff.monthday')}
            value={rotation.monthday}
            onChange={monthday => onChange({ monthday })}
          />
        )}
        <InputField
          type="time"
          label={t('editor.time')}
          problem={problem('handoff.time')}
          value={rotation.time}
          onChange={time => onChange({ time })}
        />
      </div>
      {unit === 'hours' && (
        <Checkbox
          isSelected={rotation.isElapsed}
          onChange={isElapsed => onChange({ isElapsed })}
        >
          {t('editor.elapsed')}
        </Checkbox>
      )}
    </div>
  );
}
