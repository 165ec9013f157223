import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Alert } from 'backstage-plugin-incidents-common';
import { ProblemPanel } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { Done } from './DoneLine';
import { useActOnAlert } from './useActOnAlert';
import styles from './alerts.module.css';

export type OnePressButtonProps = {
  alert: Alert;
  action: 'acknowledge' | 'declare';
  variant: 'primary' | 'secondary';
  onDone: (done: Done) => void;
};

/** Does something about an alert with one press; there is nothing to ask. */
export function OnePressButton(props: OnePressButtonProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { action } = props;
  const { id, title } = props.alert;
  const act = useActOnAlert(id);
  const press = () =>
    act.mutate(
      { action },
      {
        onSuccess: ({ incidentKey }) =>
          props.onDone({
            text: t(`alert.done.${action}`, { title }),
            incidentKey,
          }),
      },
    );
  const deed = t(`alert.deed.${action}`);
  return (
    <span data-deed={action} className={styles.deed}>
      <Button
        size="small"
        variant={props.variant}
        aria-label={t('alert.deed.about', { deed, title })}
        isPending={act.isPending}
        onPress={press}
      >
        {deed}
      </Button>
      {act.error && <ProblemPanel error={act.error} />}
    </span>
  );
}
