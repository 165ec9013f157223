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
  const add = (ref: string | undefined) => {
    if (ref && !entityRefs.includes(ref)) onChange([...entityRefs, ref]);
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
        takesSeveral
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
