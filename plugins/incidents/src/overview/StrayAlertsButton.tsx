import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import type { Alert } from 'backstage-plugin-incidents-common';
import {
  CopySnippet,
  ProblemPanel,
  RelativeTime,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';
import { selectorFor } from './selectorFor';

/** Opens the alerts that belong to no entity, each with the reason and the line that would take it. */
export function StrayAlertsButton({ pending }: { pending: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const words = pending ? 'pending' : 'unrouted';
  return (
    <DialogTrigger>
      <Button size="small" variant="secondary">
        {t('overview.needs.show')}
      </Button>
      <Dialog width={640}>
        <DialogHeader>{t(`overview.${words}.title`)}</DialogHeader>
        <DialogBody className={styles.dialogBody}>
          <p className={styles.calm}>{t(`overview.${words}.advice`)}</p>
          <StrayAlerts pending={pending} />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}

function StrayAlerts({ pending }: { pending: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alerts = useIncidentsQuery(['stray-alerts'], (api, signal) =>
    api.listAlerts(
      {
        query: {
          outcome: ['unrouted'],
          status: ['firing', 'acknowledged'],
          limit: 50,
        },
      },
      { signal },
    ),
  );
  if (alerts.error) return <ProblemPanel error={alerts.error} />;
  if (!alerts.data) return <SkeletonLines lines={3} height={48} />;
  const items = alerts.data.items.filter(
    alert => Boolean(alert.routing.pending) === pending,
  );
  if (!items.length) {
    return <p className={styles.calm}>{t('overview.unrouted.none')}</p>;
  }
  return (
    <ul className={styles.strays}>
      {items.map(alert => (
        <StrayAlert key={alert.id} alert={alert} pending={pending} />
      ))}
    </ul>
  );
}

function StrayAlert({ alert, pending }: { alert: Alert; pending: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const selector = selectorFor(alert.labels);
  return (
    <li className={styles.stray}>
      <div className={styles.cardTop}>
        <strong>{alert.title}</strong>
        <span className={styles.quiet}>
          {alert.integration} · <RelativeTime at={alert.startedAt} />
        </span>
      </div>
      <p className={styles.calm}>{alert.routing.reason}</p>
      {!pending && selector && (
        <CopySnippet
          label={t('overview.unrouted.snippet')}
          text={`metadata:\n  annotations:\n    incidents/alerts: ${selector}`}
        />
      )}
    </li>
  );
}
