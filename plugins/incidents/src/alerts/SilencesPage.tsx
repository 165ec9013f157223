import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Select } from '@backstage/ui';
import {
  silenceStatuses,
  silenceUpdatePermission,
  type Silence,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { Pager } from '../incidents/Pager';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { DoneLine, type Done } from './DoneLine';
import { SilenceDialog } from './SilenceDialog';
import { SilenceRow } from './SilenceRow';
import styles from './alerts.module.css';

const views = ['active', 'pending', 'ended'] as const;

/** What is kept quiet, by whom, why and until when. */
export function SilencesPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<Done>();
  const status =
    silenceStatuses.find(one => one === search.get('status')) ?? 'active';
  const cursors = search.getAll('cursor').filter(Boolean);
  const cursor = cursors.at(-1);
  const query = { status: [status], limit: 50, ...(cursor && { cursor }) };
  const silences = useIncidentsQuery(
    ['silences', query],
    (api, signal) => api.listSilences({ query }, { signal }),
    { keepPrevious: true },
  );
  const show = (next: string, pages: string[] = []) =>
    setSearch([['status', next], ...pages.map(one => ['cursor', one])] as [
      string,
      string,
    ][]);
  const { data, error } = silences;
  return (
    <AlertsShell>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      <Panel
        title={
          data
            ? t('silences.count', { count: data.totalItems })
            : t('alerts.nav.silences')
        }
        actions={
          <>
            <Select
              aria-label={t('silences.status')}
              options={views.map(id => ({
                id,
                label: t(`silences.status.${id}`),
              }))}
              value={status}
              onChange={id => show(String(id))}
            />
            <NewSilence onDone={setDone} />
          </>
        }
      >
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => silences.refetch()}
          />
        )}
        {silences.isPending && <SkeletonLines lines={4} height={48} />}
        {data && <Silences silences={data.items} status={status} />}
        <Pager
          cursors={cursors}
          nextCursor={data?.nextCursor}
          onChange={pages => show(status, pages)}
        />
      </Panel>
    </AlertsShell>
  );
}

function Silences(props: { silences: Silence[]; status: Silence['status'] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed } = usePermission({ permission: silenceUpdatePermission });
  if (!props.silences.length) {
    const words = props.status === 'active' ? 'none' : 'noneEnded';
    return (
      <TaughtEmpty
        title={t(`silences.${words}`)}
        advice={t(`silences.${words}Advice`)}
      />
    );
  }
  return (
    <ul className={styles.stream}>
      {props.silences.map(silence => (
        <SilenceRow key={silence.id} silence={silence} mayEnd={allowed} />
      ))}
    </ul>
  );
}

/** For planned work, before there is an alert. */
function NewSilence({ onDone }: { onDone: (done: Done) => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: silenceUpdatePermission });
  if (!allowed) return null;
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('silences.add')}
      </Button>
      {isOpen && (
        <SilenceDialog
          matchers={[{ label: '', op: 'equals', value: '' }]}
          onDone={done => {
            onDone(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
