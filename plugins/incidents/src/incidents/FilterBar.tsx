import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import {
  incidentSorts,
  incidentStatuses,
} from 'backstage-plugin-incidents-common';
import {
  incidentsWidgetsTranslationRef,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import { useScheme } from '../declare/SeverityField';
import { incidentsTranslationRef } from '../translation';
import { isFiltered, noFilters, type Filters } from './describeFilters';
import { describePeriod, periods, startOf } from './describePeriod';
import { EntityFilter } from './EntityFilter';
import { ManySelect } from './ManySelect';
import { SearchText } from './SearchText';
import type { ChangeFilters } from './useFilters';
import styles from './list.module.css';

export type FilterBarProps = {
  filters: Filters;
  /** Those that incidents on the screen came from. */
  integrations: string[];
  onChange: ChangeFilters;
};

/** What narrows the list. */
export function FilterBar(props: FilterBarProps) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: tw } = useTranslationRef(incidentsWidgetsTranslationRef);
  const scheme = useScheme().data;
  const levels = scheme?.levels.map(level => level.id) ?? [];
  return (
    <div className={styles.filters} role="search">
      <SearchText q={filters.q} label={t('list.search')} onChange={onChange} />
      <ManySelect
        label={t('list.status')}
        none={t('list.status.any')}
        chosen={filters.status}
        options={[
          { id: 'open', label: t('list.status.open') },
          ...incidentStatuses.map(id => ({ id, label: tw(`status.${id}`) })),
        ]}
        onChange={status => onChange({ status: status as Filters['status'] })}
      />
      <ManySelect
        label={t('list.severity')}
        none={t('list.severity.any')}
        chosen={filters.severity}
        options={levels.map(id => ({ id, label: id }))}
        onChange={severity => onChange({ severity })}
      />
      <EntityFilter
        chosen={filters.entityRef}
        onChange={entityRef => onChange({ entityRef })}
      />
      <PeriodSelect filters={filters} onChange={onChange} />
      <ManySelect
        label={t('list.integration')}
        none={t('list.integration.any')}
        chosen={filters.integration}
        options={props.integrations.map(id => ({ id, label: id }))}
        onChange={integration => onChange({ integration })}
      />
      <Select
        aria-label={t('list.sort')}
        options={incidentSorts.map(id => ({ id, label: t(`list.sort.${id}`) }))}
        value={filters.sort}
        onChange={sort => onChange({ sort: sort as Filters['sort'] })}
      />
      {isFiltered(filters) && (
        <Button
          variant="tertiary"
          onPress={() => onChange({ ...noFilters, sort: filters.sort })}
        >
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}

function PeriodSelect({
  filters,
  onChange,
}: Pick<FilterBarProps, 'filters' | 'onChange'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const now = useNow(60_000);
  const period = describePeriod(filters, now, language);
  const options: { id: string; label: string }[] = [
    'any' as const,
    ...periods,
  ].map(id => ({
    id,
    label: t(`list.period.${id}`),
  }));
  if (period.chosen === 'fixed') {
    const label =
      period.day ??
      t('list.period.fixed', {
        from: period.from ?? t('list.period.start'),
        to: period.to ?? t('list.period.now'),
      });
    options.push({ id: 'fixed', label });
  }
  const choose = (id: string) => {
    if (id === 'fixed') return;
    const from = id === 'any' ? undefined : startOf(id, new Date());
    onChange({ from, to: undefined });
  };
  return (
    <Select
      aria-label={t('list.period')}
      options={options}
      value={period.chosen}
      onChange={id => choose(String(id))}
    />
  );
}
