import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import type { Alert } from 'backstage-plugin-incidents-common';
import { CopySnippet } from 'backstage-plugin-incidents-react';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import { CandidateList } from './CandidateList';
import { describeBinding } from './describeBinding';
import type { Done } from './DoneLine';
import { MatcherFields } from './MatcherFields';
import { selectorFor } from './selectorFor';
import { sameOwner } from './stableMatchers';
import { useActOnAlert } from './useActOnAlert';
import styles from './alerts.module.css';

export type BindDialogProps = {
  alert: Alert;
  mayMakeRules: boolean;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Says whose an alert is: a likely entity with one press, any other by its name; with a rule for those that follow. */
export function BindDialog({ alert, ...props }: BindDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [entityRef, setEntityRef] = useState<string>();
  const [withRule, setWithRule] = useState(false);
  const [matchers, setMatchers] = useState(() => sameOwner(alert));
  const [tried, setTried] = useState<string | true>();
  const act = useActOnAlert(alert.id);
  const describe = (ref?: string) =>
    describeBinding({ entityRef: ref, matchers, withRule });
  const bind = (ref?: string) => {
    const { body } = describe(ref);
    setTried(ref ?? true);
    if (!body || act.isPending) return;
    const onSuccess = (bound: Alert) => {
      const entity = parseEntityRef(body.entityRef).name;
      const text = t('alert.done.bind', { title: alert.title, entity });
      props.onDone({
        text: body.rule ? `${text} ${t('alert.done.rule')}` : text,
        incidentKey: bound.incidentKey,
      });
    };
    act.mutate(body, { onSuccess });
  };
  const missing = tried ? describe(entityRef).missing : [];
  return (
    <AlertWorkDialog
      title={t('bind.title')}
      send={t('bind.send')}
      isQuiet={!entityRef}
      isPending={act.isPending}
      error={act.error}
      onSend={() => bind(entityRef)}
      onClose={props.onClose}
    >
      <div className={styles.subject}>
        <strong>{alert.title}</strong>
        <p className={styles.hint}>{alert.routing.reason}</p>
      </div>
      {props.mayMakeRules && (
        <Checkbox isSelected={withRule} onChange={setWithRule}>
          {t('bind.rule')}
        </Checkbox>
      )}
      {withRule && (
        <MatcherFields
          legend={t('bind.rule.hint')}
          matchers={matchers}
          isInvalid={missing.includes('matchers')}
          onChange={setMatchers}
        />
      )}
      <CandidateList alertId={alert.id} onTake={bind} />
      <EntityField
        label={t('bind.other')}
        hint={t('bind.other.hint')}
        isOneWay
        entityRef={entityRef}
        isInvalid={tried === true && missing.includes('entity')}
        onChange={setEntityRef}
      />
      {tried === true && missing.includes('entity') && (
        <p role="alert" className={styles.missing}>
          {t('bind.other.missing')}
        </p>
      )}
      <CatalogWay alert={alert} />
    </AlertWorkDialog>
  );
}

/** For those who keep such things with the service: the line that would have taken the alert. */
function CatalogWay({ alert }: { alert: Alert }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const selector = selectorFor(alert.labels);
  if (!selector) return null;
  return (
    <details className={styles.details}>
      <summary>{t('bind.selector')}</summary>
      <p className={styles.hint}>{t('bind.selector.hint')}</p>
      <CopySnippet
        label={t('bind.selector.label')}
        text={`metadata:\n  annotations:\n    incidents/alerts: ${selector}`}
      />
    </details>
  );
}
