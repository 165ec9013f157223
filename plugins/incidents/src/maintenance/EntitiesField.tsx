import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import styles from '../alerts/alerts.module.css';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';

export type EntitiesFieldProps = {
  entityRefs: string[];
  label: string;
  isMissing?: boolean;
  onChange: (entityRefs: string[]) => void;
};

/** Several entities: those that were chosen, each with a way to leave it out, and a field for another one. */
export function EntitiesField(props: EntitiesFieldProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entityRefs, onChange } = props;
  // The field empties itself for the next one by being another field.
  const [round, setRound] = useState(0);
  const add = (ref: string | undefined) => {
    if (!ref) return;
    if (!entityRefs.includes(ref)) onChange([...entityRefs, ref]);
    setRound(round + 1);
  };
  return (
    <div className={styles.span} role="group" aria-label={props.label}>
      {entityRefs.length > 0 && (
        <ul className={styles.chosen}>
          {entityRefs.map(ref => (
            <li key={ref}>
              <EntityDisplayName entityRef={ref} hideIcon />
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiCloseLine aria-hidden="true" />}
                aria-label={t('maintenance.plan.entities.remove', {
                  entity: ref,
                })}
                onPress={() => onChange(entityRefs.filter(one => one !== ref))}
              />
            </li>
          ))}
        </ul>
      )}
      <EntityField
        key={round}
        label={
          entityRefs.length > 0
            ? t('maintenance.plan.entities.add')
            : props.label
        }
        hint={t('maintenance.plan.entities.hint')}
        isOneWay={entityRefs.length > 0 || props.isMissing === undefined}
        isInvalid={props.isMissing}
        onChange={add}
      />
      {props.isMissing && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.plan.entities.missing')}
        </p>
      )}
    </div>
  );
}
