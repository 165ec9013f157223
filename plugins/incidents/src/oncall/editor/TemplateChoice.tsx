import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { incidentsTranslationRef } from '../../translation';
import { scheduleTemplates, type ScheduleTemplate } from './scheduleTemplates';
import styles from './editor.module.css';

export type TemplateChoiceProps = {
  template: ScheduleTemplate;
  onChange: (template: ScheduleTemplate) => void;
};

/** What a new schedule begins with. */
export function TemplateChoice({ template, onChange }: TemplateChoiceProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <RadioGroup
      className={styles.templates}
      label={t('editor.template')}
      description={t('editor.template.hint')}
      value={template}
      onChange={id => onChange(id as ScheduleTemplate)}
    >
      {scheduleTemplates.map(id => (
        <Radio key={id} value={id}>
          {t(`editor.template.${id}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
