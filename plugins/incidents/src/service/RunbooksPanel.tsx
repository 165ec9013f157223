import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, SectionContent } from 'backstage-plugin-incidents-react';
import type { RunbookAnswer, Section } from 'backstage-plugin-incidents-common';
import { useRunbookUrl } from '../runbooks/useRunbookUrl';
import { incidentsTranslationRef } from '../translation';
import { describeRunbooks, type RunbookView } from './describeRunbooks';
import { More } from './More';
import { NoRunbook } from './NoRunbook';
import { OutLink } from './OutLink';
import { Say } from './Say';
import styles from './service.module.css';

export type RunbooksPanelProps = {
  section: Section<RunbookAnswer>;
  entityRef: string;
  /** How many entities are rolled up here. */
  covers: number;
};

/** What do I open first. */
export function RunbooksPanel(props: RunbooksPanelProps) {
  const { section, entityRef, covers } = props;
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('service.runbooks.title')} level={3}>
      <SectionContent section={section}>
        {answer => {
          const { items, more } = describeRunbooks(answer);
          return (
            <>
              {items.length === 0 && covers === 1 && (
                <NoRunbook entityRef={entityRef} />
              )}
              {items.length === 0 && covers > 1 && (
                <p className={styles.line}>
                  {t('service.runbooks.noneOfWhole')}
                </p>
              )}
              <RunbookList items={items} />
              <More count={more.length}>
                <RunbookList items={more} />
              </More>
              {answer.problems.map(problem => (
                <p key={problem} className={styles.doubt}>
                  {t('service.runbooks.unreadable')} {problem}
                </p>
              ))}
            </>
          );
        }}
      </SectionContent>
    </Panel>
  );
}

function RunbookList({ items }: { items: RunbookView[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const runbookPage = useRunbookUrl();
  return (
    <ol className={styles.list}>
      {items.map(({ runbook, facts, doubts }) => (
        <li key={runbook.id}>
          <p className={styles.runbookTitle}>
            <OutLink url={runbookPage(runbook)}>{runbook.title}</OutLink>{' '}
            {runbook.matches && (
              <span className={styles.badge}>
                {t('service.runbooks.matches')}
              </span>
            )}
          </p>
          <p className={styles.facts}>
            {doubts.map(line => (
              <span key={line.key} className={styles.doubt}>
                <Say group="runbooks" line={line} />
              </span>
            ))}
            {facts.map(line => (
              <span key={line.key}>
                <Say group="runbooks" line={line} />
              </span>
            ))}
          </p>
          <p className={styles.quiet}>{runbook.because}</p>
        </li>
      ))}
    </ol>
  );
}
