import { useState, type FormEvent } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { DeclareIncident } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { useNavigate } from 'react-router-dom';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeDraft, emptyDraft, type Draft } from './describeDraft';
import { DetectionField } from './DetectionField';
import { EntityField } from './EntityField';
import { OpenHere } from './OpenHere';
import { SeverityField, useScheme } from './SeverityField';
import styles from './declare.module.css';

/** The form in the dialog: four questions, two of them answered already. */
export function DeclareForm(props: {
  entityRef?: string;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const navigate = useNavigate();
  const incidentHref = useRouteRef(incidentRouteRef);
  const [draft, setDraft] = useState(() => emptyDraft(props.entityRef));
  const [tried, setTried] = useState(false);
  const scheme = useScheme(draft.entityRef);
  const { missing, severity, body } = describeDraft(draft, scheme.data);
  const declare = useIncidentsMutation((api, incident: DeclareIncident) =>
    api.declareIncident({ body: incident }),
  );
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!body || declare.isPending) return;
    const { key } = await declare.mutateAsync(body);
    props.onClose();
    navigate(incidentHref({ key }));
  };
  const isMissing = (part: 'title' | 'entity') =>
    tried && missing.includes(part);
  return (
    <form
      className={styles.form}
      noValidate
      // The refusal is shown by `declare.error`.
      onSubmit={event => send(event).catch(() => undefined)}
    >
      <DialogBody className={styles.fields}>
        <TextField
          label={t('declare.what')}
          description={t('declare.what.hint')}
          secondaryLabel={t('declare.required')}
          isRequired
          // A dialog was asked for in order to write here.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={200}
          value={draft.title}
          isInvalid={isMissing('title')}
          validationBehavior="aria"
          onChange={title => change({ title })}
        />
        {isMissing('title') && (
          <p className={styles.missing}>{t('declare.what.missing')}</p>
        )}
        <EntityField
          entityRef={draft.entityRef}
          isInvalid={isMissing('entity')}
          onChange={entityRef => change({ entityRef })}
        />
        {isMissing('entity') && (
          <p className={styles.missing}>{t('declare.entity.missing')}</p>
        )}
        <OpenHere entityRef={draft.entityRef} onLeave={props.onClose} />
        <SeverityField
          scheme={scheme}
          severity={severity}
          onChange={next => change({ severity: next })}
        />
        <DetectionField
          source={draft.detectionSource}
          onChange={detectionSource => change({ detectionSource })}
        />
        <TextAreaField
          label={t('declare.more')}
          rows={2}
          maxLength={10_000}
          value={draft.description}
          onChange={description => change({ description })}
        />
        {declare.error && <ProblemPanel error={declare.error} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('declare.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={declare.isPending}>
          {severity ? t('declare.send', { severity }) : t('declare.sendPlain')}
        </Button>
      </DialogFooter>
    </form>
  );
}
