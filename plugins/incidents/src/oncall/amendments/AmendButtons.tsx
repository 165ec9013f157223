import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiArrowLeftRightLine, RiUserUnfollowLine } from '@remixicon/react';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import { DoneLine, type Done } from '../../alerts/DoneLine';
import { incidentsTranslationRef } from '../../translation';
import type { Place } from '../describeTimes';
import { useMe } from '../useMe';
import { AbsenceDialog } from './AbsenceDialog';
import { SwapDialog } from './SwapDialog';

export type AmendButtonsProps = { schedule: ScheduleDetail; place: Place };

/** Ways to change shifts that begin with no shift of the fortnight. Absent for those who may not. */
export function AmendButtons({ schedule, place }: AmendButtonsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const me = useMe();
  const [open, setOpen] = useState<'swap' | 'absence'>();
  const [done, setDone] = useState<Done>();
  if (!schedule.can.overrideOwn) return null;
  const dialog = {
    ...{ schedule, place, me },
    onClose: () => setOpen(undefined),
    onDone: (next: Done) => {
      setDone(next);
      setOpen(undefined);
    },
  };
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiArrowLeftRightLine aria-hidden="true" />}
        onPress={() => setOpen('swap')}
      >
        {t('amend.swap')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiUserUnfollowLine aria-hidden="true" />}
        onPress={() => setOpen('absence')}
      >
        {t('amend.absence')}
      </Button>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      {open === 'swap' && <SwapDialog {...dialog} />}
      {open === 'absence' && <AbsenceDialog {...dialog} />}
    </>
  );
}
