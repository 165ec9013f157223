import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Combobox } from '@backstage/ui';
import { incidentsTranslationRef } from '../translation';
import { typedEntityRef, useEntityOptions } from './useEntityOptions';

export type EntityFieldProps = {
  entityRef?: string;
  isInvalid?: boolean;
  /** Another question than where an incident is. */
  label?: string;
  hint?: string;
  /** One way among others, and so not required. */
  isOneWay?: boolean;
  /** One after the other is chosen: it empties itself for the next one, and keeps the focus. */
  takesSeveral?: boolean;
  /** Other kinds than may have an incident; the same array each time. */
  kinds?: string[];
  onChange: (entityRef: string | undefined) => void;
};

/** Chooses an entity of the catalog by typing a part of its name. */
export function EntityField(props: EntityFieldProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entityRef } = props;
  const shown = useEntityPresentation(entityRef ?? 'component:default/unknown');
  const title = entityRef ? shown.primaryTitle : '';
  const [typed, setTyped] = useState<string>();
  const text = typed ?? title;
  // What was chosen is no search: it would hide everything else.
  const { options, isSearching } = useEntityOptions(
    entityRef ? '' : text,
    props.kinds,
  );
  const offered = useMemo(() => {
    // What was chosen, or typed by hand because the search does not know it: a key that leaves the field drops what is no option.
    const id = entityRef ?? typedEntityRef(text);
    if (!id || options.some(option => option.id === id)) return options;
    return [{ id, label: entityRef ? title : id }, ...options];
  }, [entityRef, options, text, title]);
  return (
    <Combobox
      label={props.label ?? t('declare.entity')}
      description={props.hint ?? t('declare.entity.hint')}
      placeholder={t('declare.entity.placeholder')}
      isRequired={!props.isOneWay}
      secondaryLabel={props.isOneWay ? undefined : t('declare.required')}
      isInvalid={props.isInvalid}
      validationBehavior="aria"
      options={offered}
      // A list that opens again after each choice would cover what is to be filled in next.
      menuTrigger={props.takesSeveral ? 'input' : 'focus'}
      loading={{ state: isSearching ? 'filtering' : 'idle' }}
      value={entityRef ?? null}
      onChange={key => {
        const option = offered.find(({ id }) => id === key);
        setTyped(props.takesSeveral ? '' : option?.label ?? '');
        props.onChange(option?.id);
      }}
      search={{
        inputValue: text,
        onInputChange: setTyped,
        filter: () => true,
      }}
      onBlur={() => {
        // A reference typed by hand, for what the search does not offer.
        const ref = typedEntityRef(text);
        if (!ref || entityRef) return;
        if (props.takesSeveral) setTyped('');
        props.onChange(ref);
      }}
    />
  );
}
