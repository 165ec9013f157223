import { useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { lookFurther } from '../incidents/lookFurther';
import { useShortcuts } from '../keyboard/useShortcuts';
import { incidentsTranslationRef } from '../translation';
import { AlertFilterBar } from './AlertFilterBar';
import { AlertsShell } from './AlertsShell';
import { AlertStream } from './AlertStream';
import {
  alertsPerPage,
  toAlertQuery,
  type AlertFilters,
  type AlertGroup,
} from './describeAlertFilters';
import { describeGroups, firstGroup } from './describeGroups';
import { DoneLine, type Done } from './DoneLine';
import { GroupTabs } from './GroupTabs';
import { integrationsOf } from './integrationsOf';
import { useAlertFilters } from './useAlertFilters';
import { useGroupCounts } from './useGroupCounts';
import styles from './alerts.module.css';

/** The stream of alerts by what became of them; what needs a person first. */
export function AlertsPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [filters, change] = useAlertFilters();
  const [done, setDone] = useState<Done>();
  const { counts, isPending } = useGroupCounts(filters);
  const group = useGroup(filters.show, isPending ? undefined : counts);
  const alerts = useAlertPage(filters, group);
  const searchField = useRef<HTMLDivElement>(null);
  useShortcuts({
    '/': () => searchField.current?.querySelector('input')?.focus(),
  });
  return (
    <AlertsShell>
      <GroupTabs choices={describeGroups(counts, filters)} chosen={group} />
      <div ref={searchField}>
        <AlertFilterBar
          filters={filters}
          integrations={integrationsOf(alerts.data?.items ?? [])}
          onChange={change}
        />
      </div>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      <Panel title={group ? t(`alerts.group.${group}`) : t('shell.alerts')}>
        {group && Boolean(alerts.data?.items.length) && (
          <p className={styles.hint}>{t(`alerts.hint.${group}`)}</p>
        )}
        {alerts.error && (
          <ProblemPanel
            error={alerts.error}
            stale={Boolean(alerts.data)}
            onRetry={() => alerts.refetch()}
          />
        )}
        {alerts.isPending && <SkeletonLines lines={6} height={56} />}
        {alerts.data && group && (
          <AlertStream
            page={alerts.data}
            group={group}
            filters={filters}
            onChange={change}
            onDone={setDone}
          />
        )}
      </Panel>
    </AlertsShell>
  );
}

/** Stays where it is when the last alert of nobody has found its entity: the page says so, instead of showing another group. */
function useGroup(
  asked: AlertGroup | undefined,
  counts: Parameters<typeof firstGroup>[0] | undefined,
): AlertGroup | undefined {
  const first = useRef<AlertGroup>();
  if (asked) first.current = undefined;
  else first.current ??= counts && (firstGroup(counts) ?? 'unrouted');
  return asked ?? first.current;
}

function useAlertPage(filters: AlertFilters, group: AlertGroup | undefined) {
  const cursor = filters.cursors.at(-1);
  const query = {
    ...toAlertQuery(filters, group ?? 'unrouted'),
    sort: filters.sort,
    limit: alertsPerPage,
    ...(cursor && { cursor }),
  };
  return useIncidentsQuery(
    ['alerts', query],
    (api, signal) =>
      lookFurther(
        part => api.listAlerts({ query: { ...query, ...part } }, { signal }),
        query,
      ),
    { enabled: Boolean(group), keepPrevious: true },
  );
}
