import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopySnippet, TaughtEmpty } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeTemplate, runbooksAnnotation } from './describeTemplate';
import { nameOf } from './describeSummary';
import styles from './service.module.css';

/** The gap, by name, and what closes it. */
export function NoRunbook({ entityRef }: { entityRef: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const name = nameOf(entityRef);
  const words = {
    title: t('service.template.title', { name }),
    check: t('service.template.check'),
    checkStep: t('service.template.checkStep'),
    checkChange: t('service.template.checkChange'),
    mitigate: t('service.template.mitigate'),
    mitigateStep: t('service.template.mitigateStep'),
    escalate: t('service.template.escalate'),
    escalateStep: t('service.template.escalateStep'),
    done: t('service.template.done'),
    doneStep: t('service.template.doneStep'),
  };
  return (
    <div className={styles.gap}>
      <TaughtEmpty
        title={t('service.runbooks.none')}
        advice={t('service.runbooks.advice', { file: `runbooks/${name}.md` })}
      />
      <details className={styles.more}>
        <summary>{t('service.runbooks.showTemplate')}</summary>
        <CopySnippet
          text={describeTemplate(words, new Date())}
          label={t('service.runbooks.template')}
        />
        <CopySnippet
          text={runbooksAnnotation}
          label={t('service.runbooks.annotation')}
        />
      </details>
    </div>
  );
}
