import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Alert } from 'backstage-plugin-incidents-common';
import { ProblemPanel } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { Done } from './DoneLine';
import { useActOnAlert } from './useActOnAlert';
import styles from './alerts.module.css';

/** Takes an alert with one press; there is nothing to ask. */
export function AcknowledgeButton(props: {
  alert: Alert;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { alert } = props;
  const { title } = alert;
  const act = useActOnAlert(alert.id);
  const acknowledge = () =>
    act.mutate(
      { action: 'acknowledge' },
      {
        onSuccess: () =>
          props.onDone({
            text: t('alert.done.acknowledge', { title }),
            incidentKey: alert.incidentKey,
          }),
      },
    );
  const deed = t('alert.deed.acknowledge');
  return (
    <span data-deed="acknowledge" className={styles.deed}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('alert.deed.about', { deed, title })}
        isPending={act.isPending}
        onPress={acknowledge}
      >
        {deed}
      </Button>
      {act.error && <ProblemPanel error={act.error} />}
    </span>
  );
}
