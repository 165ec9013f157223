import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OnCallLevel, Overview } from 'backstage-plugin-incidents-common';
import {
  Panel,
  PersonChip,
  RelativeTime,
  SectionContent,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';

/** Who is awake for what is open now. */
export function OnCallPanel({ onCall }: { onCall: Overview['onCall'] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('overview.onCall')}>
      <SectionContent section={onCall}>
        {groups =>
          groups.length ? (
            <ul className={styles.onCall}>
              {groups.map(({ entityRef, answer }) => (
                <li key={entityRef} className={styles.onCallGroup}>
                  <EntityRefLink
                    entityRef={entityRef}
                    hideIcon
                    disableTooltip
                    className={styles.quietLink}
                  />
                  <FirstLevel level={answer.levels[0]} />
                  {answer.failing && (
                    <p className={styles.gap} title={answer.failing.reason}>
                      {t('overview.onCall.failing', {
                        provider: answer.providerTitle,
                      })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.calm}>{t('overview.onCall.none')}</p>
          )
        }
      </SectionContent>
    </Panel>
  );
}

function FirstLevel({ level }: { level: OnCallLevel | undefined }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [first, ...others] = level?.people ?? [];
  if (!first) {
    return (
      <p className={styles.gap}>
        <strong>{t('overview.onCall.gap')}</strong> {level?.gap}
      </p>
    );
  }
  return (
    <div className={styles.firstLevel}>
      <PersonChip person={first} compact />
      <span className={styles.quiet}>
        {level?.until && (
          <>
            {t('overview.onCall.until')} <RelativeTime at={level.until} />
          </>
        )}
        {others.length > 0 && (
          <span title={others.map(person => person.displayName).join(', ')}>
            {t('overview.onCall.more', { count: others.length })}
          </span>
        )}
      </span>
    </div>
  );
}
