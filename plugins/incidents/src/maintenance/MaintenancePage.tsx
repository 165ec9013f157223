import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Select } from '@backstage/ui';
import {
  maintenanceStatuses,
  maintenanceUpdatePermission,
  type Maintenance,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { AlertsShell } from '../alerts/AlertsShell';
import styles from '../alerts/alerts.module.css';
import { DoneLine, type Done } from '../alerts/DoneLine';
import { Pager } from '../incidents/Pager';
import { incidentsTranslationRef } from '../translation';
import { CalendarsPanel } from './CalendarsPanel';
import { ImportButton } from './ImportButton';
import { MaintenanceButton } from './MaintenanceButton';
import { MaintenanceRow } from './MaintenanceRow';

const views = ['open', ...maintenanceStatuses] as const;

type View = (typeof views)[number];

/** Planned work: what is on, what comes, and the calendars that it comes from. */
export function MaintenancePage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<Done>();
  const view = views.find(one => one === search.get('status')) ?? 'open';
  const cursors = search.getAll('cursor').filter(Boolean);
  const cursor = cursors.at(-1);
  const query = {
    limit: 50,
    ...(view !== 'open' && { status: view }),
    ...(cursor && { cursor }),
  };
  const windows = useIncidentsQuery(
    ['maintenance', query],
    (api, signal) => api.listMaintenance({ query }, { signal }),
    { keepPrevious: true },
  );
  const show = (next: string, pages: string[] = []) =>
    setSearch([
      ['status', next],
      ...pages.map((one): [string, string] => ['cursor', one]),
    ]);
  const { data, error } = windows;
  return (
    <AlertsShell>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      <Panel
        title={
          data
            ? t('maintenance.count', { count: data.totalItems })
            : t('maintenance.title')
        }
        actions={
          <>
            <Select
              aria-label={t('maintenance.status')}
              options={views.map(id => ({
                id,
                label: t(`maintenance.status.${id}`),
              }))}
              value={view}
              onChange={id => show(String(id))}
            />
            <ImportButton onDone={setDone} />
            <MaintenanceButton onDone={setDone} />
          </>
        }
      >
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => windows.refetch()}
          />
        )}
        {windows.isPending && <SkeletonLines lines={4} height={48} />}
        {data && <Windows windows={data.items} view={view} onDone={setDone} />}
        <Pager
          cursors={cursors}
          nextCursor={data?.nextCursor}
          onChange={pages => show(view, pages)}
        />
      </Panel>
      <CalendarsPanel />
    </AlertsShell>
  );
}

function Windows(props: {
  windows: Maintenance[];
  view: View;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed } = usePermission({
    permission: maintenanceUpdatePermission,
  });
  if (!props.windows.length) {
    const words = props.view === 'open' ? 'none' : 'noneEnded';
    return (
      <TaughtEmpty
        title={t(`maintenance.${words}`)}
        advice={t(`maintenance.${words}Advice`)}
      />
    );
  }
  return (
    <ul className={styles.stream}>
      {props.windows.map(window => (
        <MaintenanceRow
          key={window.id}
          window={window}
          mayChange={allowed}
          onDone={props.onDone}
        />
      ))}
    </ul>
  );
}
