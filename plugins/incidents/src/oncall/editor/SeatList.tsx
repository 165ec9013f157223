import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiCloseLine, RiGroupLine } from '@remixicon/react';
import { EntityField } from '../../declare/EntityField';
import { incidentsTranslationRef } from '../../translation';
import type { SeatDraft } from './draftSchedule';
import { InputField } from './InputField';
import { ListTools } from './ListTools';
import { useProblems } from './problemsContext';
import { useKeyedList } from './useKeyedList';
import styles from './editor.module.css';

const users = ['User'];

export type SeatListProps = {
  /** Of the rotation. */
  path: string;
  seats: SeatDraft[];
  onChange: (seats: SeatDraft[]) => void;
};

/** Who takes turns, in their order: people, and groups of people who share a turn. */
export function SeatList({ path, seats, onChange }: SeatListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const problem = useProblems(path);
  const list = useKeyedList('seats', seats, onChange);
  const problemHere = problem('participants', 'within');
  const add = (user: string | undefined) => {
    const isThere = seats.some(
      seat => seat.name === undefined && seat.users[0] === user,
    );
    if (user && !isThere) list.add({ users: [user] });
  };
  return (
    <div
      ref={list.container}
      role="group"
      aria-label={t('editor.people')}
      className={styles.part}
    >
      <h4 className={styles.partTitle}>{t('editor.people')}</h4>
      {seats.length > 0 && (
        <ol className={styles.seats}>
          {seats.map((seat, place) => (
            <li key={seat.key} className={styles.seat}>
              {seat.name === undefined ? (
                <EntityDisplayName entityRef={seat.users[0]} hideIcon />
              ) : (
                <GroupSeat
                  seat={{ ...seat, name: seat.name }}
                  isNew={seat.key === list.added}
                  onChange={part => list.change(seat.key, part)}
                />
              )}
              <ListTools
                list="seats"
                itemKey={seat.key}
                name={seat.name || seat.users[0] || t('editor.group')}
                place={place}
                count={seats.length}
                onMove={by => list.move(seat.key, by)}
                onRemove={() => list.remove(seat.key)}
              />
            </li>
          ))}
        </ol>
      )}
      <EntityField
        takesSeveral
        isOneWay
        kinds={users}
        label={t('editor.people.add')}
        hint={problemHere ?? t('editor.people.hint')}
        isInvalid={Boolean(problemHere)}
        onChange={add}
      />
      <span data-tool="seats add">
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiGroupLine aria-hidden="true" />}
          onPress={() => list.add({ name: '', users: [] })}
        >
          {t('editor.group.add')}
        </Button>
      </span>
    </div>
  );
}

function GroupSeat(props: {
  seat: SeatDraft & { name: string };
  isNew: boolean;
  onChange: (part: Partial<SeatDraft>) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { seat, onChange } = props;
  const add = (user: string | undefined) => {
    if (user && !seat.users.includes(user))
      onChange({ users: [...seat.users, user] });
  };
  return (
    <div
      role="group"
      aria-label={seat.name || t('editor.group')}
      className={styles.group}
    >
      <InputField
        label={t('editor.group.name')}
        maxLength={100}
        takesFocus={props.isNew}
        value={seat.name}
        onChange={name => onChange({ name })}
      />
      <ul className={styles.chosen}>
        {seat.users.map(user => (
          <li key={user}>
            <EntityDisplayName entityRef={user} hideIcon />
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine aria-hidden="true" />}
              aria-label={t('editor.remove', { name: user })}
              onPress={() =>
                onChange({ users: seat.users.filter(one => one !== user) })
              }
            />
          </li>
        ))}
      </ul>
      <EntityField
        takesSeveral
        isOneWay
        kinds={users}
        label={t('editor.group.people')}
        hint={t('editor.group.hint')}
        onChange={add}
      />
    </div>
  );
}
