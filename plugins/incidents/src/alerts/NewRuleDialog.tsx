import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  CreateRoutingRule,
  Matcher,
} from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import { describeBinding } from './describeBinding';
import { MatcherFields } from './MatcherFields';
import styles from './alerts.module.css';

/** Writes a rule before there is an alert that needs it. */
export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [matchers, setMatchers] = useState<Matcher[]>([
    { label: 'service', op: 'equals', value: '' },
  ]);
  const [entityRef, setEntityRef] = useState<string>();
  const [tried, setTried] = useState(false);
  const create = useIncidentsMutation((api, body: CreateRoutingRule) =>
    api.createRoutingRule({ body }),
  );
  const { missing, body } = describeBinding({
    entityRef,
    matchers,
    withRule: true,
  });
  const send = () => {
    setTried(true);
    if (!body?.rule) return;
    create.mutate(
      { matchers: body.rule, entityRef: body.entityRef },
      { onSuccess: onClose },
    );
  };
  const isMissing = (part: (typeof missing)[number]) =>
    tried && missing.includes(part);
  return (
    <AlertWorkDialog
      title={t('rules.create')}
      send={t('rules.create.send')}
      isPending={create.isPending}
      error={create.error}
      onSend={send}
      onClose={onClose}
    >
      <MatcherFields
        legend={t('rules.which')}
        matchers={matchers}
        isInvalid={isMissing('matchers')}
        onChange={setMatchers}
      />
      <EntityField
        label={t('rules.goesTo')}
        hint={t('rules.create.hint')}
        entityRef={entityRef}
        isInvalid={isMissing('entity')}
        onChange={setEntityRef}
      />
      {isMissing('entity') && (
        <p role="alert" className={styles.missing}>
          {t('bind.other.missing')}
        </p>
      )}
    </AlertWorkDialog>
  );
}
