import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import {
  CopySnippet,
  ProblemPanel,
  RelativeTime,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import styles from './overview.module.css';

/** Opens the deliveries that could not be understood. */
export function LettersButton() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <DialogTrigger>
      <Button size="small" variant="secondary">
        {t('overview.needs.show')}
      </Button>
      <Dialog width={640}>
        <DialogHeader>{t('overview.letters.title')}</DialogHeader>
        <DialogBody className={styles.dialogBody}>
          <p className={styles.calm}>{t('overview.letters.advice')}</p>
          <Letters />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}

function Letters() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const letters = useIncidentsQuery(['dead-letters'], (api, signal) =>
    api.listDeadLetters({ query: { limit: 20 } }, { signal }),
  );
  if (letters.error) return <ProblemPanel error={letters.error} />;
  if (!letters.data) return <SkeletonLines lines={3} height={48} />;
  if (!letters.data.items.length) {
    return <p className={styles.calm}>{t('overview.letters.none')}</p>;
  }
  return (
    <ul className={styles.strays}>
      {letters.data.items.map(letter => (
        <li key={letter.id} className={styles.stray}>
          <div className={styles.cardTop}>
            <strong>{letter.integration}</strong>
            <span className={styles.quiet}>
              <RelativeTime at={letter.receivedAt} />
            </span>
          </div>
          <p className={styles.calm}>{letter.reason}</p>
          <details>
            <summary>{t('overview.letters.body')}</summary>
            <CopySnippet
              label={t('overview.letters.body')}
              text={letter.body}
            />
          </details>
        </li>
      ))}
    </ul>
  );
}
