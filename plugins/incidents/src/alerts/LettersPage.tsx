import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { TaughtEmpty } from 'backstage-plugin-incidents-react';
import { deadLetterReadPermission } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { LettersPanel } from './LettersPanel';

/** Deliveries that could not be understood; for those who may see what monitors send. */
export function LettersPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed, loading } = usePermission({
    permission: deadLetterReadPermission,
  });
  return (
    <AlertsShell>
      {allowed && <LettersPanel />}
      {!allowed && !loading && (
        <TaughtEmpty
          title={t('letters.hidden')}
          advice={t('letters.hiddenAdvice')}
        />
      )}
    </AlertsShell>
  );
}
