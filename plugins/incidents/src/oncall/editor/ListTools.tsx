import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { incidentsTranslationRef } from '../../translation';
import styles from './editor.module.css';

export type ListToolsProps = {
  /** Which list, and which of its items. */
  list: string;
  itemKey: number;
  /** What is moved or removed, for those who only hear it. */
  name: string;
  /** From 0; absent when the order means nothing. */
  place?: number;
  count: number;
  /** Absent for what must stay. */
  onRemove?: () => void;
  onMove?: (by: 1 | -1) => void;
};

/** The buttons of an item of a list: up, down, away. */
export function ListTools(props: ListToolsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name, place, count, onMove, onRemove } = props;
  return (
    <span className={styles.tools}>
      {onMove && count > 1 && (
        <>
          <MoveButton {...props} way="up" isAtEnd={place === 0} />
          <MoveButton {...props} way="down" isAtEnd={place === count - 1} />
        </>
      )}
      {onRemove && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiDeleteBinLine aria-hidden="true" />}
          aria-label={t('editor.remove', { name })}
          onPress={onRemove}
        />
      )}
    </span>
  );
}

function MoveButton(
  props: ListToolsProps & { way: 'up' | 'down'; isAtEnd: boolean },
) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { list, itemKey, name, way, isAtEnd, onMove } = props;
  const Icon = way === 'up' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <span data-tool={`${list} ${way} ${itemKey}`}>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<Icon aria-hidden="true" />}
        aria-label={t(`editor.${way}`, { name })}
        isDisabled={isAtEnd}
        onPress={() => onMove?.(way === 'up' ? -1 : 1)}
      />
    </span>
  );
}
