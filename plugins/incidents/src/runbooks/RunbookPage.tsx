import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RunbookContent } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  RelativeTime,
  SkeletonLines,
} from 'backstage-plugin-incidents-react';
import { useParams } from 'react-router-dom';
import { OutLink } from '../service/OutLink';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef } from '../translation';
import { RunbookText } from './RunbookText';
import { useRunbook } from './useRunbook';
import styles from './runbooks.module.css';

/** A runbook as a page: its text, and what is known about it. */
export function RunbookPage() {
  const { kind = '', namespace = '', name = '', id = '' } = useParams();
  const runbook = useRunbook({ kind, namespace, name, id });
  const entityRef = `${kind}:${namespace}/${name}`;
  const { data, error } = runbook;
  return (
    <PageShell entityRef={entityRef} title={data?.title}>
      <div className={styles.page}>
        {error && (
          <ProblemPanel
            error={error}
            stale={Boolean(data)}
            onRetry={() => runbook.refetch()}
          />
        )}
        {data && <Runbook runbook={data} entityRef={entityRef} />}
        {runbook.isPending && <SkeletonLines lines={10} height={24} />}
      </div>
    </PageShell>
  );
}

function Runbook(props: { runbook: RunbookContent; entityRef: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { runbook, entityRef } = props;
  return (
    <div className={styles.columns}>
      <Panel title={runbook.title}>
        {runbook.rare && <p className={styles.doubt}>{t('runbook.rare')}</p>}
        <RunbookText
          markdown={runbook.markdown}
          title={runbook.title}
          top={3}
        />
      </Panel>
      <Panel title={t('runbook.facts')}>
        <dl className={styles.about}>
          <Fact name={t('runbook.of')}>
            <EntityRefLink entityRef={runbook.fromRef ?? entityRef} />
          </Fact>
          <Fact name={t('runbook.because')}>{runbook.because}</Fact>
          <Fact name={t('runbook.reviewed')}>
            {runbook.lastReviewed ? (
              <RelativeTime at={runbook.lastReviewed} />
            ) : (
              t('runbook.never')
            )}
            {runbook.stale && (
              <p className={styles.doubt}>{t('runbook.stale')}</p>
            )}
          </Fact>
          {runbook.steps > 0 && (
            <Fact name={t('runbook.stepsTitle')}>{runbook.steps}</Fact>
          )}
          {runbook.executableBy && (
            <Fact name={t('runbook.executableBy')}>{runbook.executableBy}</Fact>
          )}
          {runbook.alerts.length > 0 && (
            <Fact name={t('runbook.alerts')}>
              <code>{runbook.alerts.join(', ')}</code>
            </Fact>
          )}
          {runbook.severities.length > 0 && (
            <Fact name={t('runbook.severities')}>
              {runbook.severities.join(', ')}
            </Fact>
          )}
          {runbook.sourceUrl && (
            <Fact name={t('runbook.source')}>
              <OutLink url={runbook.sourceUrl}>{runbook.sourceUrl}</OutLink>
            </Fact>
          )}
        </dl>
      </Panel>
    </div>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
