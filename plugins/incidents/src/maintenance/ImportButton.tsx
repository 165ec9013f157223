import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { maintenanceUpdatePermission } from 'backstage-plugin-incidents-common';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { ImportDialog } from './ImportDialog';

/** Opens the form that imports a calendar file. Absent for those who may not. */
export function ImportButton({ onDone }: { onDone: (done: Done) => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: maintenanceUpdatePermission,
  });
  if (!allowed) return null;
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('maintenance.import')}
      </Button>
      {isOpen && (
        <ImportDialog
          onDone={done => {
            onDone(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
