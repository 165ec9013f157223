import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type {
  ActOnIncident,
  IncidentAction,
  IncidentDetail,
} from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { isSend } from './isSend';
import styles from './incident.module.css';

export type ActionDialogProps = {
  incident: IncidentDetail;
  action: IncidentAction;
  onClose: () => void;
};

/** Asks for an optional note, then moves the incident. Refused in words when somebody else was faster. */
export function ActionDialog({ incident, action, onClose }: ActionDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [note, setNote] = useState('');
  const act = useIncidentsMutation((api, body: ActOnIncident) =>
    api.actOnIncident({ params: { key: incident.key }, body }),
  );
  const send = () => {
    if (act.isPending) return;
    const body = {
      action,
      version: incident.version,
      ...(note.trim() && { note: note.trim() }),
    };
    act.mutate(body, { onSuccess: onClose });
  };
  const contradicts =
    (action === 'resolve' || action === 'close') && incident.openAlerts > 0;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeader>
        {t(`incident.ask.${action}`, { key: incident.key })}
      </DialogHeader>
      <DialogBody className={styles.dialogBody}>
        {contradicts && (
          <Alert
            status="warning"
            icon
            title={t('incident.firing', { count: incident.openAlerts })}
          />
        )}
        <TextAreaField
          label={t(`incident.note.${action}`)}
          // A dialog was asked for in order to write here.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rows={3}
          maxLength={10_000}
          value={note}
          onChange={setNote}
          onKeyDown={event =>
            // Otherwise Escape would not reach the dialog.
            isSend(event) ? send() : event.continuePropagation()
          }
        />
        {act.error && <ProblemPanel error={act.error} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('incident.cancel')}
        </Button>
        <Button variant="primary" isPending={act.isPending} onPress={send}>
          {t(`incident.action.${action}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
