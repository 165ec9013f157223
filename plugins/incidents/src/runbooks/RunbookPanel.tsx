import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Runbook,
  RunbookAnswer,
  Section,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SectionContent,
  SkeletonLines,
} from 'backstage-plugin-incidents-react';
import { NoRunbook } from '../service/NoRunbook';
import { OutLink } from '../service/OutLink';
import { incidentsTranslationRef } from '../translation';
import { placeOfRunbook, type RunbookPlace } from './placeOfRunbook';
import { RunbookFacts } from './RunbookFacts';
import { RunbookText } from './RunbookText';
import { useRunbook } from './useRunbook';
import { useRunbookUrl } from './useRunbookUrl';
import styles from './runbooks.module.css';

export type RunbookPanelProps = {
  runbooks: Section<RunbookAnswer>;
  entityRef: string;
};

/** What to open first: the best runbook, readable in place; the others below; the gap when there is none. */
export function RunbookPanel({ runbooks, entityRef }: RunbookPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('runbook.title')} level={3}>
      <SectionContent section={runbooks}>
        {({ items: [best, ...others], problems }) => (
          <>
            {best ? (
              <Best runbook={best} />
            ) : (
              <NoRunbook entityRef={entityRef} />
            )}
            {others.length > 0 && (
              <details className={styles.others}>
                <summary>
                  {t('runbook.others', { count: others.length })}
                </summary>
                <ul>
                  {others.map(runbook => (
                    <li key={runbook.id}>
                      <Title runbook={runbook} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {problems.map(problem => (
              <p key={problem} className={styles.problem}>
                {t('service.runbooks.unreadable')} {problem}
              </p>
            ))}
          </>
        )}
      </SectionContent>
    </Panel>
  );
}

function Title(props: { runbook: Runbook; prominent?: boolean }) {
  const { runbook, prominent } = props;
  const runbookUrl = useRunbookUrl();
  return (
    <>
      <OutLink
        url={runbookUrl(runbook)}
        variant={prominent ? 'body-large' : 'body-medium'}
        weight={prominent ? 'bold' : 'regular'}
      >
        {runbook.title}
      </OutLink>
      <RunbookFacts runbook={runbook} />
    </>
  );
}

function Best({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const place =
    runbook.kind === 'file' ? placeOfRunbook(runbook.url) : undefined;
  return (
    <div className={styles.best}>
      <div className={styles.bestHead}>
        <div>
          <Title runbook={runbook} prominent />
        </div>
        {place && (
          <Button
            size="small"
            variant="secondary"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t('runbook.hide') : t('runbook.read')}
          </Button>
        )}
      </div>
      {place && isOpen && <Content place={place} />}
    </div>
  );
}

function Content({ place }: { place: RunbookPlace }) {
  const runbook = useRunbook(place);
  if (runbook.data) {
    return (
      <div className={styles.inPlace}>
        <RunbookText
          markdown={runbook.data.markdown}
          title={runbook.data.title}
          top={4}
        />
      </div>
    );
  }
  if (runbook.error) {
    return (
      <ProblemPanel error={runbook.error} onRetry={() => runbook.refetch()} />
    );
  }
  return <SkeletonLines lines={6} />;
}
