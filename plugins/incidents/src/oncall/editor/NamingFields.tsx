import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../../translation';
import type { ScheduleDraft } from './draftSchedule';
import { InputField } from './InputField';
import { nameFrom } from './nameFrom';
import { useProblems } from './problemsContext';
import { ZoneField } from './ZoneField';
import styles from './editor.module.css';

export type NamingFieldsProps = {
  draft: ScheduleDraft;
  isNew: boolean;
  onChange: (part: Partial<ScheduleDraft>) => void;
};

/** What it is called, in words and in addresses, and by whose clock it goes. */
export function NamingFields({ draft, isNew, onChange }: NamingFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const problem = useProblems('');
  const [isNamed, setNamed] = useState(false);
  return (
    <div className={styles.part}>
      <InputField
        label={t('editor.title')}
        required
        maxLength={100}
        problem={problem('title')}
        value={draft.title}
        onChange={title =>
          onChange({
            title,
            ...(isNew && !isNamed && { name: nameFrom(title) }),
          })
        }
      />
      {isNew && (
        <InputField
          label={t('editor.name')}
          required
          maxLength={63}
          hint={t('editor.name.hint')}
          problem={problem('name')}
          value={draft.name}
          onChange={name => {
            setNamed(true);
            onChange({ name });
          }}
        />
      )}
      <ZoneField
        zone={draft.timeZone}
        problem={problem('timeZone')}
        onChange={timeZone => onChange({ timeZone })}
      />
    </div>
  );
}
