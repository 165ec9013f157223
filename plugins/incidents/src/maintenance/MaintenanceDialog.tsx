import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import type {
  Maintenance,
  PlanMaintenance,
} from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import { AlertWorkDialog } from '../alerts/AlertWorkDialog';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import {
  describePlan,
  emptyPlan,
  planOf,
  type PlanDraft,
} from './describePlan';
import { EntitiesField } from './EntitiesField';
import { RepeatFields } from './RepeatFields';
import { SpanFields } from './SpanFields';

export type MaintenanceDialogProps = {
  /** The one that is to be changed; absent for a new one. */
  window?: Maintenance;
  /** What a new one begins with. */
  entityRef?: string;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Plans maintenance: what is done on what, when, and whether again. */
export function MaintenanceDialog(props: MaintenanceDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { window, entityRef } = props;
  const [draft, setDraft] = useState(() =>
    window
      ? planOf(window)
      : emptyPlan(entityRef ? [entityRef] : [], new Date()),
  );
  const [tried, setTried] = useState(false);
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const plan = useIncidentsMutation((api, body: PlanMaintenance) =>
    window
      ? api.changeMaintenance({ params: { id: window.id }, body })
      : api.planMaintenance({ body }),
  );
  const send = () => {
    setTried(true);
    const { body } = describePlan(draft);
    if (!body) return;
    const done = window ? 'changed' : 'planned';
    const text = t(`maintenance.done.${done}`, { title: body.title });
    plan.mutate(body, { onSuccess: () => props.onDone({ text }) });
  };
  const missing = tried ? describePlan(draft).missing : [];
  return (
    <AlertWorkDialog
      title={t(
        window ? 'maintenance.plan.changeTitle' : 'maintenance.plan.title',
      )}
      send={t(window ? 'maintenance.plan.save' : 'maintenance.plan.send')}
      isPending={plan.isPending}
      error={plan.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={styles.hint}>{t('maintenance.plan.advice')}</p>
      <TextField
        label={t('maintenance.plan.name')}
        secondaryLabel={t('declare.required')}
        isRequired
        // A dialog was asked for in order to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        validationBehavior="aria"
        isInvalid={missing.includes('title')}
        maxLength={200}
        value={draft.title}
        onChange={title => change({ title })}
      />
      {missing.includes('title') && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.plan.name.missing')}
        </p>
      )}
      <EntitiesField
        entityRefs={draft.entityRefs}
        label={t('maintenance.plan.entities')}
        isMissing={missing.includes('entities')}
        onChange={entityRefs => change({ entityRefs })}
      />
      <SpanFields draft={draft} missing={missing} onChange={change} />
      <RepeatFields
        draft={draft}
        isMissing={missing.includes('rule')}
        onChange={change}
      />
      <TextAreaField
        label={t('maintenance.plan.reason')}
        description={t('maintenance.plan.reason.hint')}
        rows={2}
        maxLength={2_000}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </AlertWorkDialog>
  );
}
