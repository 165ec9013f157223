import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { incidentsWidgetsTranslationRef } from '../translation';
import { describeProblem } from './describeProblem';
import styles from './panels.module.css';

/** @public */
export type ProblemPanelProps = {
  error: Error;
  onRetry?: () => void;
  /** Something is still shown, but it may be old. */
  stale?: boolean;
};

/**
 * Says what failed, what helps, and what the server said.
 *
 * @public
 */
export function ProblemPanel({ error, onRetry, stale }: ProblemPanelProps) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  const { kind, detail } = describeProblem(error);
  return (
    <Alert
      role="alert"
      status={stale || kind === 'conflict' ? 'warning' : 'danger'}
      icon
      title={
        stale
          ? `${t('problem.stale')}: ${t(`problem.${kind}.title`)}`
          : t(`problem.${kind}.title`)
      }
      description={
        <span className={styles.problem}>
          <span>{t(`problem.${kind}.advice`)}</span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </span>
      }
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('problem.retry')}
          </Button>
        )
      }
    />
  );
}
