import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiAlarmWarningLine } from '@remixicon/react';
import { incidentDeclarePermission } from 'backstage-plugin-incidents-common';
import { useShortcuts } from '../keyboard/useShortcuts';
import { incidentsTranslationRef } from '../translation';
import { DeclareDialog } from './DeclareDialog';

export type DeclareButtonProps = {
  entityRef?: string;
  variant?: 'primary' | 'secondary';
  size?: 'small' | 'medium';
};

/** Opens the declare dialog, also by `d`. Absent for those who may not declare. */
export function DeclareButton(props: DeclareButtonProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: incidentDeclarePermission });
  useShortcuts(allowed ? { d: () => setOpen(true) } : {});
  if (!allowed) return null;
  return (
    <>
      <Button
        size={props.size ?? 'small'}
        variant={props.variant ?? 'primary'}
        iconStart={<RiAlarmWarningLine aria-hidden="true" />}
        aria-keyshortcuts="d"
        onPress={() => setOpen(true)}
      >
        {t('declare.button')}
      </Button>
      <DeclareDialog
        isOpen={isOpen}
        entityRef={props.entityRef}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
