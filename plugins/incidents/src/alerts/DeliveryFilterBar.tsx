import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ManySelect } from '../incidents/ManySelect';
import { incidentsTranslationRef } from '../translation';
import {
  fromField,
  noDeliveryFilters,
  toField,
  type DeliveryFilters,
} from './describeDelivery';
import styles from './alerts.module.css';

export type DeliveryFilterBarProps = {
  filters: DeliveryFilters;
  /** Those that deliveries on the screen came from. */
  integrations: string[];
  onChange: (part: Partial<DeliveryFilters>) => void;
};

/** From where and when; or the one delivery of an alert. */
export function DeliveryFilterBar(props: DeliveryFilterBarProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { filters, onChange } = props;
  if (filters.alert) return <OfAlert onChange={onChange} />;
  return (
    <div className={styles.spanFilters} role="search">
      <ManySelect
        label={t('deliveries.integration')}
        none={t('deliveries.integration.any')}
        chosen={filters.integration}
        options={props.integrations.map(id => ({ id, label: id }))}
        onChange={integration => onChange({ integration })}
      />
      {(['from', 'to'] as const).map(end => (
        <label key={end} className={styles.until}>
          {t(`deliveries.${end}`)}
          <input
            type="datetime-local"
            value={toField(filters[end])}
            onChange={({ target }) =>
              onChange({ [end]: fromField(target.value) })
            }
          />
        </label>
      ))}
    </div>
  );
}

function OfAlert({ onChange }: Pick<DeliveryFilterBarProps, 'onChange'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <p className={styles.done}>
      <span>{t('deliveries.ofAlert')}</span>
      <Button
        size="small"
        variant="tertiary"
        onPress={() => onChange({ ...noDeliveryFilters, alert: undefined })}
      >
        {t('deliveries.all')}
      </Button>
    </p>
  );
}
