import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  IncidentAction,
  IncidentDetail,
} from 'backstage-plugin-incidents-common';
import { MergeButton } from '../alerts/MergeButton';
import { incidentsTranslationRef } from '../translation';
import { ActionDialog } from './ActionDialog';
import styles from './incident.module.css';

/** What the lifecycle allows now, the likeliest step first and loudest. */
export function ActionButtons({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [asked, setAsked] = useState<IncidentAction>();
  return (
    <div className={styles.actions}>
      {incident.actions.map((action, index) => (
        <Button
          key={action}
          size="small"
          variant={index === 0 ? 'primary' : 'secondary'}
          onPress={() => setAsked(action)}
        >
          {t(`incident.action.${action}`)}
        </Button>
      ))}
      <MergeButton incident={incident} />
      {asked && (
        <ActionDialog
          incident={incident}
          action={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
