import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import { ProblemPanel } from 'backstage-plugin-incidents-react';
import { DeclareButton } from '../declare';
import { incidentsTranslationRef } from '../translation';
import { HeadlineIcon } from './HeadlineIcon';
import styles from './service.module.css';

export type UnknownProps = {
  error: Error;
  entityRef: string;
  onRetry: () => void;
};

/** No answer at all: says that nothing is known, which is neither good nor bad, and still lets an incident be declared. */
export function Unknown({ error, entityRef, onRetry }: UnknownProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <>
      <Card
        role="region"
        className={styles.headline}
        data-tone="unknown"
        aria-label={t('service.headline.label')}
      >
        <HeadlineIcon tone="unknown" />
        <div className={styles.words}>
          <h2 className={styles.sentence}>{t('service.failed')}</h2>
        </div>
        <div className={styles.actions}>
          <DeclareButton entityRef={entityRef} variant="secondary" />
        </div>
      </Card>
      <ProblemPanel error={error} onRetry={onRetry} />
    </>
  );
}
