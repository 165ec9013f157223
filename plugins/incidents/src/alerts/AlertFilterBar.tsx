import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { alertSorts } from 'backstage-plugin-incidents-common';
import { incidentsWidgetsTranslationRef } from 'backstage-plugin-incidents-react';
import { useScheme } from '../declare/SeverityField';
import { EntityFilter } from '../incidents/EntityFilter';
import { ManySelect } from '../incidents/ManySelect';
import { SearchText } from '../incidents/SearchText';
import { incidentsTranslationRef } from '../translation';
import {
  alertStates,
  flappingStates,
  isNarrowed,
  noAlertFilters,
  type AlertFilters,
} from './describeAlertFilters';
import type { ChangeAlertFilters } from './useAlertFilters';
import styles from './alerts.module.css';

export type AlertFilterBarProps = {
  filters: AlertFilters;
  /** Those that alerts on the screen came from. */
  integrations: string[];
  onChange: ChangeAlertFilters;
};

/** What narrows the stream. */
export function AlertFilterBar(props: AlertFilterBarProps) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: tw } = useTranslationRef(incidentsWidgetsTranslationRef);
  const levels = useScheme().data?.levels.map(level => level.id) ?? [];
  const { show, sort } = filters;
  return (
    <div className={styles.filters} role="search">
      <SearchText
        q={filters.q}
        label={t('alerts.search')}
        onChange={onChange}
      />
      <Select
        aria-label={t('alerts.status')}
        options={alertStates.map(id => ({
          id,
          label:
            id === 'open' || id === 'any'
              ? t(`alerts.status.${id}`)
              : tw(`status.${id}`),
        }))}
        value={filters.status}
        onChange={id => onChange({ status: id as AlertFilters['status'] })}
      />
      <Select
        aria-label={t('alerts.flapping.filter')}
        options={flappingStates.map(id => ({
          id,
          label: t(`alerts.flapping.${id}`),
        }))}
        value={filters.flapping}
        onChange={id => onChange({ flapping: id as AlertFilters['flapping'] })}
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
      <ManySelect
        label={t('list.integration')}
        none={t('list.integration.any')}
        chosen={filters.integration}
        options={props.integrations.map(id => ({ id, label: id }))}
        onChange={integration => onChange({ integration })}
      />
      <Select
        aria-label={t('alerts.sort')}
        options={alertSorts.map(id => ({ id, label: t(`alerts.sort.${id}`) }))}
        value={sort}
        onChange={id => onChange({ sort: id as AlertFilters['sort'] })}
      />
      {isNarrowed(filters) && (
        <Button
          variant="tertiary"
          onPress={() => onChange({ ...noAlertFilters, show, sort })}
        >
          {t('alerts.clear')}
        </Button>
      )}
    </div>
  );
}
