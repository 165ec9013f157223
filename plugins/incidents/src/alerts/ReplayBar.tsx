import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ProblemPanel } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { ReplayWords } from './describeReplay';
import styles from './alerts.module.css';

export type ReplayBarProps = {
  /** Those of which all letters can be read again. */
  integrations: string[];
  isPending: boolean;
  error: Error | null;
  outcome?: ReplayWords;
  onReplay: (integration: string) => void;
};

/** Reads all letters of an integration again, and says what that brought. */
export function ReplayBar(props: ReplayBarProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { outcome } = props;
  return (
    <div className={styles.replay}>
      {props.integrations.length > 0 && (
        <p className={styles.hint}>{t('letters.hint')}</p>
      )}
      <div className={styles.known}>
        {props.integrations.map(integration => (
          <Button
            key={integration}
            size="small"
            variant="secondary"
            isDisabled={props.isPending}
            onPress={() => props.onReplay(integration)}
          >
            {t('letters.replayAll', { integration })}
          </Button>
        ))}
      </div>
      {props.error && <ProblemPanel error={props.error} />}
      <div role="status" className={styles.outcome}>
        {outcome && <p>{t('letters.replayed', { count: outcome.replayed })}</p>}
        {outcome && outcome.failed > 0 && (
          <p>{t('letters.failed', { count: outcome.failed })}</p>
        )}
        {outcome?.more && <p>{t('letters.moreWait')}</p>}
      </div>
    </div>
  );
}
