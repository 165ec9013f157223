import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiPencilLine } from '@remixicon/react';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import { editScheduleRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { AmendButtons } from './amendments/AmendButtons';
import type { Place } from './describeTimes';
import { SubscribeButton } from './subscribe/SubscribeButton';
import styles from './oncall.module.css';

export type ScheduleToolsProps = { schedule: ScheduleDetail; place: Place };

/** What can be done about a schedule, for who may. */
export function ScheduleTools({ schedule, place }: ScheduleToolsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const editHref = useRouteRef(editScheduleRouteRef);
  const { definition, can, archivedAt } = schedule;
  if (archivedAt) return null;
  return (
    <div className={styles.tools}>
      {can.update && (
        <ButtonLink
          size="small"
          variant="secondary"
          iconStart={<RiPencilLine aria-hidden="true" />}
          href={editHref({ name: definition.name })}
        >
          {t('editor.open')}
        </ButtonLink>
      )}
      <AmendButtons schedule={schedule} place={place} />
      <SubscribeButton schedule={definition.name} />
    </div>
  );
}
