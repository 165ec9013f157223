import { useContext, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';
import { wallOf } from './describeEdit';
import { describeRotation } from './describeRotation';
import { ChoiceField, InputField } from './InputField';
import { ListTools } from './ListTools';
import { ProblemsContext, useProblems } from './problemsContext';
import { problemAt } from './problemsIn';
import { SeatList } from './SeatList';
import { TurnFields, type RotationPartProps } from './TurnFields';
import { WindowList } from './WindowList';
import styles from './editor.module.css';

export type RotationFieldsProps = RotationPartProps & {
  zone: string;
  count: number;
  isOpen: boolean;
  isNew: boolean;
  onRemove: () => void;
};

/** A rotation: one sentence while it is closed, all of its fields when it is open. */
export function RotationFields(props: RotationFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { path, rotation, zone, onChange } = props;
  const [isOpen, setOpen] = useState(props.isOpen);
  const problem = useProblems(path);
  const inside = problemAt(useContext(ProblemsContext), path, 'within');
  return (
    <details
      className={styles.rotation}
      open={isOpen}
      data-wrong={inside && ''}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <strong>{rotation.name || t('editor.rotation')}</strong>
        <span>{describeRotation(rotation, { t, language })}</span>
        {inside && !isOpen && <span className={styles.problem}>{inside}</span>}
      </summary>
      {isOpen && (
        <div className={styles.fields}>
          <div className={styles.row}>
            <InputField
              label={t('editor.rotation.name')}
              maxLength={100}
              takesFocus={props.isNew}
              problem={problem('name')}
              value={rotation.name}
              onChange={name => onChange({ name })}
            />
            <ListTools
              list="rotations"
              itemKey={rotation.key}
              name={rotation.name || t('editor.rotation')}
              count={props.count}
              onRemove={props.onRemove}
            />
          </div>
          <SeatList
            path={path}
            seats={rotation.seats}
            onChange={seats => onChange({ seats })}
          />
          <TurnFields {...{ path, rotation, onChange }} />
          <InputField
            type="date"
            label={t('editor.startsAt')}
            hint={t('editor.startsAt.hint')}
            problem={problem('startsAt')}
            value={wallOf(rotation.startsAt, zone).slice(0, 10)}
            onChange={startsAt => onChange({ startsAt })}
          />
          <WindowList
            path={path}
            windows={rotation.windows}
            onChange={windows => onChange({ windows })}
          />
          <RareFields {...{ path, rotation, onChange, zone }} />
        </div>
      )}
    </details>
  );
}

/** What most rotations leave as it is. */
function RareFields(props: RotationPartProps & { zone: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { path, rotation, zone, onChange } = props;
  const problem = useProblems(path);
  return (
    <div className={styles.part} role="group" aria-label={t('editor.rare')}>
      <h4 className={styles.partTitle}>{t('editor.rare')}</h4>
      <InputField
        type="datetime-local"
        label={t('editor.endsAt')}
        hint={t('editor.endsAt.hint')}
        problem={problem('endsAt')}
        value={wallOf(rotation.endsAt, zone)}
        onChange={endsAt => onChange({ endsAt })}
      />
      <InputField
        type="number"
        label={t('editor.priority')}
        hint={t('editor.priority.hint')}
        problem={problem('priority')}
        value={rotation.priority}
        onChange={priority => onChange({ priority })}
      />
      <ChoiceField
        label={t('editor.whenAbsent')}
        options={(['next', 'nobody'] as const).map(id => ({
          ...{ id, label: t(`editor.whenAbsent.${id}`) },
        }))}
        value={rotation.whenAbsent}
        onChange={whenAbsent => onChange({ whenAbsent })}
      />
    </div>
  );
}
