import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiToolsLine } from '@remixicon/react';
import { maintenanceUpdatePermission } from 'backstage-plugin-incidents-common';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { MaintenanceDialog } from './MaintenanceDialog';

export type MaintenanceButtonProps = {
  /** What the form begins with. */
  entityRef?: string;
  onDone?: (done: Done) => void;
};

/** Opens the form that plans maintenance. Absent for those who may not. */
export function MaintenanceButton(props: MaintenanceButtonProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: maintenanceUpdatePermission,
  });
  if (!allowed) return null;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiToolsLine aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('maintenance.plan')}
      </Button>
      {isOpen && (
        <MaintenanceDialog
          entityRef={props.entityRef}
          onDone={done => {
            props.onDone?.(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
