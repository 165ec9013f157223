import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { deliveryReadPermission } from 'backstage-plugin-incidents-common';
import { TaughtEmpty } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { DeliveriesPanel } from './DeliveriesPanel';

/** Deliveries that were understood; for those who may see what monitors send. */
export function DeliveriesPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed, loading } = usePermission({
    permission: deliveryReadPermission,
  });
  return (
    <AlertsShell>
      {allowed && <DeliveriesPanel />}
      {!allowed && !loading && (
        <TaughtEmpty
          title={t('deliveries.hidden')}
          advice={t('deliveries.hiddenAdvice')}
        />
      )}
    </AlertsShell>
  );
}
