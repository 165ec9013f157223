import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  deliveryReplayPermission,
  type Delivery,
  type ReplayDeliveries,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { Pager } from '../incidents/Pager';
import { incidentsTranslationRef } from '../translation';
import { DeliveryFilterBar } from './DeliveryFilterBar';
import { DeliveryRow } from './DeliveryRow';
import {
  deliveryFiltersFrom,
  describeTotal,
  isNarrowedTo,
  replayOf,
  toDeliveryQuery,
  toDeliverySearch,
  type DeliveryFilters,
} from './describeDelivery';
import { integrationsOf } from './integrationsOf';
import { ReplayDialog } from './ReplayDialog';
import styles from './alerts.module.css';

/** Deliveries, newest first, with the ways to replay them. */
export function DeliveriesPanel() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const filters = deliveryFiltersFrom(search);
  const change = (part: Partial<DeliveryFilters>) =>
    setSearch(toDeliverySearch({ ...filters, cursors: [], ...part }));
  const query = toDeliveryQuery(filters);
  const { data, error, isPending, refetch } = useIncidentsQuery(
    ['deliveries', query],
    (api, signal) => api.listDeliveries({ query }, { signal }),
    { keepPrevious: true },
  );
  return (
    <Panel title={describeTotal(data, t)}>
      <p className={styles.hint}>{t('deliveries.hint')}</p>
      <DeliveryFilterBar
        filters={filters}
        integrations={integrationsOf(data?.items ?? [])}
        onChange={change}
      />
      {error && (
        <ProblemPanel error={error} stale={Boolean(data)} onRetry={refetch} />
      )}
      {isPending && <SkeletonLines lines={6} height={48} />}
      {data && (
        <Deliveries
          deliveries={data.items}
          filters={filters}
          onClear={() => setSearch('')}
        />
      )}
      <Pager
        cursors={filters.cursors}
        nextCursor={data?.nextCursor}
        onChange={cursors => change({ cursors })}
      />
    </Panel>
  );
}

function Deliveries(props: {
  deliveries: Delivery[];
  filters: DeliveryFilters;
  onClear: () => void;
}) {
  const [wanted, setWanted] = useState<ReplayDeliveries>();
  const { allowed } = usePermission({ permission: deliveryReplayPermission });
  const { deliveries, filters } = props;
  if (!deliveries.length) {
    return (
      <NoDeliveries
        isNarrowed={isNarrowedTo(filters)}
        onClear={props.onClear}
      />
    );
  }
  return (
    <>
      {allowed && !filters.alert && (
        <ReplayAll filters={filters} onReplay={setWanted} />
      )}
      <ul className={styles.stream}>
        {deliveries.map(delivery => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            mayReplay={allowed}
            onReplay={() => setWanted({ ids: [delivery.id], preview: true })}
          />
        ))}
      </ul>
      {wanted && (
        <ReplayDialog wanted={wanted} onClose={() => setWanted(undefined)} />
      )}
    </>
  );
}

function ReplayAll(props: {
  filters: DeliveryFilters;
  onReplay: (wanted: ReplayDeliveries) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { filters, onReplay } = props;
  if (!replayOf(filters, new Date())) {
    return <p className={styles.hint}>{t('deliveries.replayAll.hint')}</p>;
  }
  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        onPress={() => onReplay(replayOf(filters, new Date())!)}
      >
        {t('deliveries.replayAll')}
      </Button>
    </div>
  );
}

function NoDeliveries(props: { isNarrowed: boolean; onClear: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!props.isNarrowed) {
    return (
      <TaughtEmpty
        title={t('deliveries.none')}
        advice={t('deliveries.noneAdvice')}
      />
    );
  }
  return (
    <>
      <TaughtEmpty
        title={t('deliveries.noneHere')}
        advice={t('deliveries.noneHereAdvice')}
      />
      <Button variant="secondary" onPress={props.onClear}>
        {t('deliveries.clear')}
      </Button>
    </>
  );
}
