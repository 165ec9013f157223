import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { weekdays } from 'backstage-plugin-incidents-common';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';
import { describeWeekday, describeWeekdays } from './describeWeekday';
import type { WindowDraft } from './draftSchedule';
import { InputField } from './InputField';
import { ListTools } from './ListTools';
import { useProblems } from './problemsContext';
import { useKeyedList } from './useKeyedList';
import styles from './editor.module.css';

const workday = { days: weekdays.slice(0, 5), from: '09:00', to: '17:00' };

export type WindowListProps = {
  /** Of the rotation. */
  path: string;
  windows: WindowDraft[];
  onChange: (windows: WindowDraft[]) => void;
};

/** When a rotation is on call at all; always, while there is no window. */
export function WindowList({ path, windows, onChange }: WindowListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const list = useKeyedList('windows', windows, onChange);
  return (
    <div
      ref={list.container}
      className={styles.part}
      role="group"
      aria-label={t('editor.windows')}
    >
      <h4 className={styles.partTitle}>{t('editor.windows')}</h4>
      {!windows.length && (
        <p className={styles.hint}>{t('editor.windows.none')}</p>
      )}
      {windows.map((window, place) => (
        <WindowFields
          key={window.key}
          path={`${path}.windows.${place}`}
          window={window}
          count={windows.length}
          onChange={part => list.change(window.key, part)}
          onRemove={() => list.remove(window.key)}
        />
      ))}
      <span data-tool="windows add">
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => list.add(workday)}
        >
          {t('editor.windows.add')}
        </Button>
      </span>
    </div>
  );
}

function WindowFields(props: {
  path: string;
  window: WindowDraft;
  count: number;
  onChange: (part: Partial<WindowDraft>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { window, onChange } = props;
  const problem = useProblems(props.path);
  const days = describeWeekdays(window.days, language);
  const name = `${days} ${window.from}–${window.to}`;
  const daysProblem = problem('days', 'within');
  return (
    <div role="group" aria-label={name} className={styles.window}>
      <div className={styles.days} role="group" aria-label={t('editor.days')}>
        {weekdays.map(day => (
          <label key={day} className={styles.dayChoice}>
            <input
              type="checkbox"
              checked={window.days.includes(day)}
              onChange={({ target }) =>
                onChange({
                  days: weekdays.filter(one =>
                    one === day ? target.checked : window.days.includes(one),
                  ),
                })
              }
            />
            {describeWeekday(day, language, 'short')}
          </label>
        ))}
      </div>
      {daysProblem && <p className={styles.problem}>{daysProblem}</p>}
      <div className={styles.row}>
        <InputField
          type="time"
          label={t('editor.from')}
          problem={problem('from')}
          value={window.from}
          onChange={from => onChange({ from })}
        />
        <InputField
          type="time"
          label={t('editor.to')}
          hint={window.to <= window.from ? t('editor.to.nextDay') : undefined}
          problem={problem('to')}
          value={window.to}
          onChange={to => onChange({ to })}
        />
        <ListTools
          list="windows"
          itemKey={window.key}
          name={name}
          count={props.count}
          onRemove={props.onRemove}
        />
      </div>
    </div>
  );
}
