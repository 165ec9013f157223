import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type { Alert } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import type { Done } from './DoneLine';
import { IncidentChoice } from './IncidentChoice';
import { useActOnAlert } from './useActOnAlert';
import styles from './alerts.module.css';

export type AlertDialogProps = {
  alert: Alert;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Takes an alert to another open incident. */
export function MoveDialog({ alert, onDone, onClose }: AlertDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [chosen, setChosen] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useActOnAlert(alert.id);
  const send = () => {
    setTried(true);
    if (!chosen) return;
    const words = note.trim();
    const { title } = alert;
    act.mutate(
      { action: 'move', incidentKey: chosen, ...(words && { note: words }) },
      {
        onSuccess: () =>
          onDone({
            text: t('alert.done.move', { title, key: chosen }),
            incidentKey: chosen,
          }),
      },
    );
  };
  return (
    <AlertWorkDialog
      title={t('move.title')}
      send={t('move.send')}
      isPending={act.isPending}
      error={act.error}
      onSend={send}
      onClose={onClose}
    >
      <strong className={styles.subject}>{alert.title}</strong>
      <IncidentChoice
        except={alert.incidentKey}
        chosen={chosen}
        onChange={setChosen}
      />
      {tried && !chosen && (
        <p role="alert" className={styles.missing}>
          {t('move.missing')}
        </p>
      )}
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
