import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import type { DeadLetter } from 'backstage-plugin-incidents-common';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { alertsRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

export type LetterRowProps = {
  letter: DeadLetter;
  /** Why it could not be read this time either. */
  failedAgain?: string;
  mayReplay: boolean;
  isPending: boolean;
  onReplay: () => void;
};

/** One delivery that was not understood: why, when, and what it was. */
export function LetterRow(props: LetterRowProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { letter, failedAgain } = props;
  const { integration, reason } = letter;
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>{reason}</strong>
        {failedAgain && (
          <p className={styles.missing}>
            {t('letters.again')}: {failedAgain}
          </p>
        )}
        <div className={styles.rowFacts}>
          <span>{integration}</span>
          <span>
            {t('letters.received')} <RelativeTime at={letter.receivedAt} />
          </span>
          {letter.contentType && <span>{letter.contentType}</span>}
        </div>
        {/* What scrolls must be reachable by keyboard. */}
        <pre
          className={styles.letter}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('letters.body')}
        >
          {letter.body}
        </pre>
      </div>
      <div className={styles.deeds}>
        {props.mayReplay && (
          <Button
            size="small"
            variant="secondary"
            aria-label={t('letters.replay.about', { integration, reason })}
            isDisabled={props.isPending}
            onPress={props.onReplay}
          >
            {t('letters.replay')}
          </Button>
        )}
        <ButtonLink
          size="small"
          variant="tertiary"
          href={`${alertsHref}/dry-run?deadLetter=${encodeURIComponent(
            letter.id,
          )}`}
          aria-label={t('letters.dryRun.about', { integration, reason })}
        >
          {t('letters.dryRun')}
        </ButtonLink>
      </div>
    </li>
  );
}
