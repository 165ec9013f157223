import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { DryRun } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsMutation,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { alertsRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { AlertsShell } from './AlertsShell';
import { pastDelivery } from './describeDryRun';
import { DryRunForm } from './DryRunForm';
import { DryRunResult } from './DryRunResult';
import styles from './alerts.module.css';

/** What a delivery would do, each step with its reason. Nothing is written. */
export function DryRunPage() {
  const [search] = useSearchParams();
  const past = pastDelivery(search);
  return (
    <AlertsShell>
      {past ? <PastDelivery question={past} /> : <PastedDelivery />}
    </AlertsShell>
  );
}

function PastDelivery({ question }: { question: DryRun }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { data, error, isPending, refetch } = useIncidentsQuery(
    ['dry-run', question],
    (api, signal) => api.dryRun({ body: question }, { signal }),
  );
  return (
    <Panel
      title={t('dryRun.title')}
      actions={
        <Link href={`${alertsHref}/dry-run`} variant="body-small">
          {t('dryRun.paste')}
        </Link>
      }
    >
      <p className={styles.hint}>{t(`dryRun.past.${kindOf(question)}`)}</p>
      {error && <ProblemPanel error={error} onRetry={refetch} />}
      {isPending && <SkeletonLines lines={7} height={28} />}
      {data && <DryRunResult reply={data} />}
    </Panel>
  );
}

/** What is looked at again. */
function kindOf(question: DryRun): 'alert' | 'delivery' | 'letter' {
  if ('alert' in question) return 'alert';
  return 'delivery' in question ? 'delivery' : 'letter';
}

function PastedDelivery() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [asked, setAsked] = useState(0);
  const run = useIncidentsMutation((api, body: DryRun) => api.dryRun({ body }));
  return (
    <>
      <Panel title={t('dryRun.title')}>
        <p className={styles.hint}>{t('dryRun.hint')}</p>
        <DryRunForm
          isPending={run.isPending}
          onSend={question => {
            setAsked(asked + 1);
            run.mutate(question);
          }}
        />
      </Panel>
      <div aria-live="polite" key={asked}>
        {run.error && <ProblemPanel error={run.error} />}
        {run.data && (
          <Panel title={t('dryRun.result')}>
            <DryRunResult reply={run.data} />
          </Panel>
        )}
      </div>
    </>
  );
}
