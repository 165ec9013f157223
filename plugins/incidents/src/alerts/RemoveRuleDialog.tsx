import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import styles from './alerts.module.css';

export type RemoveRuleDialogProps = {
  ruleId: string;
  matchers: string;
  onClose: () => void;
};

/** Asks before alerts lose their way. */
export function RemoveRuleDialog(props: RemoveRuleDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const remove = useIncidentsMutation((api, id: string) =>
    api.removeRoutingRule({ params: { id }, body: {} }),
  );
  return (
    <AlertWorkDialog
      title={t('rules.remove.title')}
      send={t('rules.remove')}
      isPending={remove.isPending}
      error={remove.error}
      onSend={() => remove.mutate(props.ruleId, { onSuccess: props.onClose })}
      onClose={props.onClose}
    >
      <strong>{props.matchers}</strong>
      <p className={styles.hint}>{t('rules.remove.advice')}</p>
    </AlertWorkDialog>
  );
}
