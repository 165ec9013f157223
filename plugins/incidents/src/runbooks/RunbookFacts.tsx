import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Runbook } from 'backstage-plugin-incidents-common';
import { describeRunbooks } from '../service/describeRunbooks';
import { Say } from '../service/Say';
import { incidentsTranslationRef } from '../translation';
import styles from './runbooks.module.css';

/** Whether it fits, how old it is, how many steps, why it is offered. */
export function RunbookFacts({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [view] = describeRunbooks({ items: [runbook], problems: [] }).items;
  return (
    <p className={styles.facts}>
      {runbook.matches && (
        <span className={styles.fits}>{t('service.runbooks.matches')}</span>
      )}
      {view.doubts.map(line => (
        <span key={line.key} className={styles.doubt}>
          <Say group="runbooks" line={line} />
        </span>
      ))}
      {view.facts.map(line => (
        <span key={line.key}>
          <Say group="runbooks" line={line} />
        </span>
      ))}
      <span>{runbook.because}</span>
    </p>
  );
}
