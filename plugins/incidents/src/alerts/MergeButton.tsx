import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import {
  isOpenStatus,
  type IncidentDetail,
  type MergeIncident,
} from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import { useNavigate } from 'react-router-dom';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import { IncidentChoice } from './IncidentChoice';
import styles from './alerts.module.css';

export type MergeButtonProps = {
  incident: Pick<IncidentDetail, 'key' | 'status'>;
};

/** Two incidents turn out to be one: this one ends, the other goes on. Absent once it is over. */
export function MergeButton({ incident }: MergeButtonProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  if (!isOpenStatus(incident.status)) return null;
  return (
    <>
      <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
        {t('merge.button')}
      </Button>
      {isOpen && (
        <MergeDialog
          incidentKey={incident.key}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function MergeDialog(props: { incidentKey: string; onClose: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const navigate = useNavigate();
  const incidentHref = useRouteRef(incidentRouteRef);
  const [into, setInto] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { incidentKey: key, onClose } = props;
  const merge = useIncidentsMutation((api, body: MergeIncident) =>
    api.mergeIncident({ params: { key }, body }),
  );
  const send = async () => {
    setTried(true);
    if (!into) return;
    const words = note.trim();
    await merge.mutateAsync({ into, ...(words && { note: words }) });
    onClose();
    navigate(incidentHref({ key: into }));
  };
  return (
    <AlertWorkDialog
      title={t('merge.title', { key })}
      send={into ? t('merge.sendInto', { key: into }) : t('merge.send')}
      isPending={merge.isPending}
      error={merge.error}
      // The refusal is shown by `merge.error`.
      onSend={() => send().catch(() => undefined)}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('merge.advice', { key })}</p>
      <IncidentChoice except={key} chosen={into} onChange={setInto} />
      {tried && !into && (
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
