import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { incidentsTranslationRef } from '../../translation';
import { rotationDraftOf, type LevelDraft } from './draftSchedule';
import { freeName } from './freeName';
import { InputField } from './InputField';
import { keyed } from './keyedList';
import { ListTools } from './ListTools';
import { useProblems } from './problemsContext';
import { RotationFields } from './RotationFields';
import { plainRotation } from './scheduleTemplates';
import { useKeyedList } from './useKeyedList';
import styles from './editor.module.css';

/** More of them are opened one at a time. */
const mostOpen = 3;

export type LevelListProps = {
  levels: LevelDraft[];
  zone: string;
  now: Date;
  onChange: (levels: LevelDraft[]) => void;
};

/** The levels, the first of which is asked first. */
export function LevelList({ levels, zone, now, onChange }: LevelListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const list = useKeyedList('levels', levels, onChange);
  const taken = levels.flatMap(level => level.rotations.map(one => one.name));
  const newRotation = (names: string[]) =>
    rotationDraftOf(
      plainRotation(
        freeName(place => t('editor.rotation.new', { place }), names),
        now,
      ),
    );
  const addLevel = () =>
    list.add({
      name: freeName(
        place => t('editor.level', { place }),
        levels.map(level => level.name),
      ),
      rotations: keyed([newRotation(taken)]),
    });
  return (
    <div ref={list.container} className={styles.levels}>
      {levels.map((level, place) => (
        <LevelFields
          key={level.key}
          {...{ level, place, zone }}
          count={levels.length}
          isOpen={taken.length <= mostOpen}
          newRotation={() => newRotation(taken)}
          isNew={level.key === list.added}
          onChange={part => list.change(level.key, part)}
          onMove={by => list.move(level.key, by)}
          onRemove={() => list.remove(level.key)}
        />
      ))}
      <span data-tool="levels add">
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={addLevel}
        >
          {t('editor.level.add')}
        </Button>
      </span>
    </div>
  );
}

type LevelFieldsProps = {
  level: LevelDraft;
  zone: string;
  place: number;
  count: number;
  isOpen: boolean;
  isNew: boolean;
  newRotation: () => ReturnType<typeof rotationDraftOf>;
  onChange: (part: Partial<LevelDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

function LevelFields(props: LevelFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { level, place, count, zone, onChange } = props;
  const path = `levels.${place}`;
  const problem = useProblems(path);
  const list = useKeyedList('rotations', level.rotations, rotations =>
    onChange({ rotations }),
  );
  const title = t('editor.level', { place: String(place + 1) });
  return (
    <fieldset className={styles.level}>
      <legend>{title}</legend>
      <div className={styles.row}>
        <InputField
          label={t('editor.level.name')}
          maxLength={100}
          takesFocus={props.isNew}
          problem={problem('name')}
          value={level.name}
          onChange={name => onChange({ name })}
        />
        <ListTools
          list="levels"
          itemKey={level.key}
          name={level.name || title}
          {...{ place, count, onMove: props.onMove }}
          onRemove={count > 1 ? props.onRemove : undefined}
        />
      </div>
      <div ref={list.container} className={styles.rotations}>
        {level.rotations.map((rotation, i) => (
          <RotationFields
            key={rotation.key}
            path={`${path}.rotations.${i}`}
            {...{ rotation, zone }}
            count={level.rotations.length}
            isOpen={props.isOpen || rotation.key === list.added}
            isNew={rotation.key === list.added}
            onChange={part => list.change(rotation.key, part)}
            onRemove={() => list.remove(rotation.key)}
          />
        ))}
        <span data-tool="rotations add">
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => list.add(props.newRotation())}
          >
            {t('editor.rotation.add')}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}
