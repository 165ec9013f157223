import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Combobox } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { useEntityOptions } from '../declare/useEntityOptions';
import { incidentsTranslationRef } from '../translation';

export type EntityFilterProps = {
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

/** Narrows to an entity; a system or a group includes its parts. */
export function EntityFilter({ chosen, onChange }: EntityFilterProps) {
  const [first] = chosen;
  // A new key, because what was typed ends when something else is chosen.
  return (
    <EntityFilterField key={chosen.join()} first={first} onChange={onChange} />
  );
}

function EntityFilterField(props: {
  first?: string;
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { first } = props;
  const shown = useEntityPresentation(first ?? 'component:default/unknown');
  const title = first ? shown.primaryTitle : '';
  const [typed, setTyped] = useState<string>();
  const text = typed ?? title;
  const { options, isSearching } = useEntityOptions(first ? '' : text);
  const offered = useMemo(
    () =>
      first && !options.some(option => option.id === first)
        ? [{ id: first, label: title }, ...options]
        : options,
    [first, options, title],
  );
  return (
    <Combobox
      aria-label={t('list.entity')}
      placeholder={t('list.entity.any')}
      options={offered}
      loading={{ state: isSearching ? 'filtering' : 'idle' }}
      value={first ?? null}
      onChange={key => props.onChange(key ? [String(key)] : [])}
      search={{
        inputValue: text,
        onInputChange: next => {
          setTyped(next);
          if (!next && first) props.onChange([]);
        },
        filter: () => true,
      }}
    />
  );
}
