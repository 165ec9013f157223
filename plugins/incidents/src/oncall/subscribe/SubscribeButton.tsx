import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiCalendarLine } from '@remixicon/react';
import { onCallCalendarCreatePermission } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../../translation';
import { SubscribeDialog } from './SubscribeDialog';

export type SubscribeButtonProps = {
  /** The schedule by its name; absent where only the reader's own shifts are offered. */
  schedule?: string;
};

/** Opens the dialog that makes calendar addresses. Absent for those who may not. */
export function SubscribeButton({ schedule }: SubscribeButtonProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: onCallCalendarCreatePermission,
  });
  if (!allowed) return null;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiCalendarLine aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('subscribe.open')}
      </Button>
      {isOpen && (
        <SubscribeDialog schedule={schedule} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
