import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { DryRunReply } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

const columns = ['step', 'resultColumn', 'reason'] as const;

/** The way of each alert, one line a step. */
export function DryRunResult({ reply }: { reply: DryRunReply }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <div className={styles.ways}>
      {reply.remark && (
        <Alert
          status="warning"
          icon
          title={t('dryRun.remark')}
          description={reply.remark}
        />
      )}
      {!reply.remark && !reply.alerts.length && <p>{t('dryRun.none')}</p>}
      {reply.alerts.map((alert, index) => (
        // A delivery may name the same alert twice.
        // eslint-disable-next-line react/no-array-index-key
        <section key={`${alert.fingerprint} ${index}`} className={styles.way}>
          <h3>
            {alert.title}{' '}
            <span className={styles.became}>
              {t(`dryRun.became.${alert.became}`)}
            </span>
          </h3>
          <StepTable steps={alert.steps} title={alert.title} />
        </section>
      ))}
    </div>
  );
}

function StepTable(props: {
  steps: DryRunReply['alerts'][number]['steps'];
  title: string;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <table className={styles.steps} aria-label={props.title}>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {t(`dryRun.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.steps.map(({ step, result, reason }) => (
          <tr key={step}>
            <th scope="row">{t(`dryRun.step.${step}`)}</th>
            <td>
              <strong>{result}</strong>
            </td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
