import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import type { DryRun } from 'backstage-plugin-incidents-common';
import { useIncidentsQuery } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeDryRunDraft } from './describeDryRun';
import { integrationsOf } from './integrationsOf';
import styles from './alerts.module.css';

export type DryRunFormProps = {
  isPending: boolean;
  onSend: (question: DryRun) => void;
};

/** A delivery as a monitor would post it. What is typed stays, whatever comes of it. */
export function DryRunForm({ isPending, onSend }: DryRunFormProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [integration, setIntegration] = useState('');
  const [body, setBody] = useState('');
  const [tried, setTried] = useState(false);
  const { missing, question } = describeDryRunDraft({ integration, body });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (question && !isPending) onSend(question);
  };
  const isMissing = (part: 'integration' | 'body') =>
    tried && missing.includes(part);
  return (
    <form className={styles.fields} noValidate onSubmit={send}>
      <TextField
        label={t('dryRun.integration')}
        description={t('dryRun.integration.hint')}
        secondaryLabel={t('declare.required')}
        isRequired
        validationBehavior="aria"
        maxLength={100}
        value={integration}
        isInvalid={isMissing('integration')}
        onChange={setIntegration}
      />
      <KnownIntegrations onChoose={setIntegration} />
      {isMissing('integration') && (
        <p role="alert" className={styles.missing}>
          {t('dryRun.integration.missing')}
        </p>
      )}
      <TextAreaField
        label={t('dryRun.body')}
        secondaryLabel={t('declare.required')}
        isRequired
        validationBehavior="aria"
        className={styles.payload}
        rows={12}
        maxLength={1_000_000}
        value={body}
        isInvalid={isMissing('body')}
        onChange={setBody}
      />
      {isMissing('body') && (
        <p role="alert" className={styles.missing}>
          {t('dryRun.body.missing')}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('dryRun.send')}
        </Button>
      </div>
    </form>
  );
}

/** There is no list of integrations for everybody; those that sent alerts lately are known. */
function KnownIntegrations(props: { onChoose: (integration: string) => void }) {
  const { data } = useIncidentsQuery(['recent-alerts'], (api, signal) =>
    api.listAlerts({ query: { limit: 200 } }, { signal }),
  );
  const known = integrationsOf(data?.items ?? []);
  if (!known.length) return null;
  return (
    <div className={styles.known}>
      {known.map(integration => (
        <Button
          key={integration}
          size="small"
          variant="secondary"
          onPress={() => props.onChoose(integration)}
        >
          {integration}
        </Button>
      ))}
    </div>
  );
}
