import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type {
  IncidentDetail,
  SetSeverity,
} from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SectionContent,
  SeverityTag,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { RiArrowDownSLine } from '@remixicon/react';
import { SeverityPicker } from '../severity/SeverityPicker';
import { incidentsTranslationRef } from '../translation';
import styles from './incident.module.css';

/** The severity, which those who may can change with the definitions in view. */
export function SeverityButton(props: {
  incident: IncidentDetail;
  mayUpdate: boolean;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { incident, mayUpdate } = props;
  const tag = (
    <SeverityTag
      severity={incident.severity}
      rank={incident.severityRank}
      size="large"
    />
  );
  if (!mayUpdate) return tag;
  const label = `${incident.severity}, ${t('incident.severity.change')}`;
  return (
    <>
      <button
        type="button"
        className={styles.severityButton}
        aria-label={label}
        aria-haspopup="dialog"
        title={t('incident.severity.change')}
        onClick={() => setOpen(true)}
      >
        {tag}
        <RiArrowDownSLine size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <SeverityDialog incident={incident} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function SeverityDialog(props: {
  incident: IncidentDetail;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { incident, onClose } = props;
  const [severity, setSeverity] = useState(incident.severity);
  const [reason, setReason] = useState('');
  const judge = useIncidentsMutation((api, body: SetSeverity) =>
    api.setSeverity({ params: { key: incident.key }, body }),
  );
  const send = () => {
    const why = reason.trim();
    judge.mutate(
      { severity, ...(why && { reason: why }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeader>
        {t('incident.severity.title', { key: incident.key })}
      </DialogHeader>
      <DialogBody className={styles.dialogBody}>
        <SectionContent section={incident.severities}>
          {scheme => (
            <SeverityPicker
              scheme={scheme}
              severity={severity}
              label={t('incident.severity.label')}
              onChange={setSeverity}
            />
          )}
        </SectionContent>
        <TextAreaField
          label={t('incident.severity.reason')}
          rows={2}
          maxLength={10_000}
          value={reason}
          onChange={setReason}
        />
        {judge.error && <ProblemPanel error={judge.error} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('incident.cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={severity === incident.severity}
          isPending={judge.isPending}
          onPress={send}
        >
          {t('incident.severity.send', { severity })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
