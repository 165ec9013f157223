import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { incidentsTranslationRef } from '../../translation';

export type ZoneFieldProps = {
  zone: string;
  problem?: string;
  onChange: (zone: string) => void;
};

/** The time zone, found by a part of its name. */
export function ZoneField({ zone, problem, onChange }: ZoneFieldProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  // Some four hundred: not for those who leave the zone alone.
  const [isOffered, setOffered] = useState(false);
  const options = useMemo(() => {
    const zones = isOffered
      ? ['UTC', ...Intl.supportedValuesOf('timeZone')]
      : [];
    return [...new Set([...zones, zone])].map(id => ({
      ...{ id, label: id.replaceAll('_', ' ') },
    }));
  }, [isOffered, zone]);
  return (
    <Combobox
      label={t('editor.zone')}
      description={problem ?? t('editor.zone.hint')}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      options={options}
      menuTrigger="input"
      onFocus={() => setOffered(true)}
      value={zone}
      onChange={chosen => chosen && onChange(String(chosen))}
    />
  );
}
