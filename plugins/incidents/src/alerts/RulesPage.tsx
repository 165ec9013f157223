import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { routingUpdatePermission } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { NewRuleDialog } from './NewRuleDialog';
import { RuleList } from './RuleList';
import styles from './alerts.module.css';

/** Which alerts belong to which entity, when neither says so itself. */
export function RulesPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: routingUpdatePermission });
  const rules = useIncidentsQuery(['routing-rules'], (api, signal) =>
    api.listRoutingRules({}, { signal }),
  );
  const { data, error } = rules;
  return (
    <AlertsShell>
      <Panel
        title={
          data
            ? t('rules.count', { count: data.items.length })
            : t('alerts.nav.rules')
        }
        actions={
          allowed && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setOpen(true)}
            >
              {t('rules.add')}
            </Button>
          )
        }
      >
        <p className={styles.hint}>{t('rules.hint')}</p>
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => rules.refetch()}
          />
        )}
        {rules.isPending && <SkeletonLines lines={4} height={48} />}
        {data?.items.length === 0 && (
          <TaughtEmpty title={t('rules.none')} advice={t('rules.noneAdvice')} />
        )}
        {data && data.items.length > 0 && (
          <RuleList rules={data.items} mayChange={allowed} />
        )}
      </Panel>
      {isOpen && <NewRuleDialog onClose={() => setOpen(false)} />}
    </AlertsShell>
  );
}
