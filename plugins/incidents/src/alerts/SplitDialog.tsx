import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import type { AlertDialogProps } from './MoveDialog';
import { useActOnAlert } from './useActOnAlert';
import styles from './alerts.module.css';

/** Makes an incident of its own of an alert: one that has another cause than its neighbours, or one that has none yet. */
export function SplitDialog({ alert, onDone, onClose }: AlertDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [name, setName] = useState(alert.title.slice(0, 200));
  const [note, setNote] = useState('');
  const { incidentKey: key } = alert;
  const act = useActOnAlert(alert.id);
  const send = () => {
    const title = name.trim();
    const words = note.trim();
    act.mutate(
      {
        action: 'split',
        ...(title && { title }),
        ...(words && { note: words }),
      },
      {
        onSuccess: ({ incidentKey }) =>
          onDone({
            text: t('alert.done.split', { title: alert.title }),
            incidentKey,
          }),
      },
    );
  };
  return (
    <AlertWorkDialog
      title={t(key ? 'split.title' : 'raise.title')}
      send={t(key ? 'split.send' : 'raise.send')}
      isPending={act.isPending}
      error={act.error}
      onSend={send}
      onClose={onClose}
    >
      <p className={styles.hint}>
        {key ? t('split.advice', { key }) : t('raise.advice')}
      </p>
      <TextField
        label={t('split.name')}
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <TextAreaField
        label={t('alert.note')}
        rows={2}
        maxLength={10_000}
        value={note}
        onChange={setNote}
      />
    </AlertWorkDialog>
  );
}
