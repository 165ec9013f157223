import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { onCallScheduleUpdatePermission } from 'backstage-plugin-incidents-common';
import { newScheduleRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { LoadLink } from './LoadLink';
import styles from './oncall.module.css';

/** What can be done on the page of all schedules, for who may. */
export function OnCallTools() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const newHref = useRouteRef(newScheduleRouteRef)();
  const mayWrite = usePermission({
    permission: onCallScheduleUpdatePermission,
  }).allowed;
  return (
    <div className={styles.tools}>
      <LoadLink />
      {mayWrite && (
        <ButtonLink
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          href={newHref}
        >
          {t('editor.new')}
        </ButtonLink>
      )}
    </div>
  );
}
