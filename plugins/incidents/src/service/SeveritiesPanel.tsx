import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  SectionContent,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import { describeSeverities, type LevelView } from './describeSeverities';
import { Say } from './Say';
import styles from './service.module.css';

/** What does SEV2 mean here: the criteria of each level, and what happens at it. */
export function SeveritiesPanel({ summary }: { summary: EntitySummary }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { severities } = summary;
  return (
    <Panel
      title={t('service.severities.title')}
      level={3}
      actions={
        severities.status === 'ok' && (
          <span className={styles.origin}>
            <Say
              group="severities"
              line={describeSeverities(severities.value, summary).origin}
            />
          </span>
        )
      }
    >
      <SectionContent section={severities}>
        {scheme => {
          const view = describeSeverities(scheme, summary);
          return (
            <>
              {view.remarks.map(line => (
                <p key={line.key} className={styles.doubt}>
                  <Say group="severities" line={line} />
                </p>
              ))}
              <ol className={styles.levels}>
                {view.levels.map(level => (
                  <Level key={level.level.id} {...level} />
                ))}
              </ol>
            </>
          );
        }}
      </SectionContent>
    </Panel>
  );
}

function Level({ level, inForce, duties }: LevelView) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <li>
      <details
        className={styles.definition}
        open={inForce}
        data-in-force={inForce}
      >
        <summary>
          <SeverityTag severity={level.id} rank={level.rank} />
          <span className={styles.criteria}>
            {inForce && (
              <span className={styles.badge}>
                {t('service.severities.inForce')}
              </span>
            )}{' '}
            {level.title !== level.id && <strong>{level.title}: </strong>}
            {level.criteria}
          </span>
        </summary>
        {duties.length === 0 ? (
          <p className={styles.quiet}>
            {t('service.severities.nothingWritten')}
          </p>
        ) : (
          <dl className={styles.duties}>
            {duties.map(({ duty, text }) => (
              <div key={duty} data-duty={duty}>
                <dt>{t(`service.duty.${duty}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </li>
  );
}
