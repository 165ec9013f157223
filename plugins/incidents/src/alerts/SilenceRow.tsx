import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Silence } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  RelativeTime,
  useIncidentsMutation,
  useNow,
} from 'backstage-plugin-incidents-react';
import { ActorName } from '../incidents/ActorName';
import { incidentsTranslationRef } from '../translation';
import { describeMatchers } from './describeMatchers';
import { describeSilence } from './describeSilence';
import { Moment } from '../service/Moment';
import styles from './alerts.module.css';

/** One silence: what, why, who, until when, and what it has held back. */
export function SilenceRow(props: { silence: Silence; mayEnd: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(30_000);
  const { silence } = props;
  const { canEnd, endsSoon, time } = describeSilence(silence, now);
  const matchers = describeMatchers(silence.matchers, t);
  const end = useIncidentsMutation((api, id: string) =>
    api.endSilence({ params: { id }, body: {} }),
  );
  const at = time === 'from' ? silence.startsAt : silence.endsAt;
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>{matchers}</strong>
        <p className={styles.why}>{silence.reason}</p>
        <div className={styles.rowFacts}>
          <span>
            {t(`silences.${time}`)} <Moment at={at} />
            {time === 'until' && (
              <>
                {' '}
                (<RelativeTime at={at} />)
              </>
            )}
          </span>
          <span>
            {t('silences.by')} <ActorName actor={silence.createdBy} />
          </span>
          <span>
            {silence.held
              ? t('silences.held', { count: silence.held })
              : t('silences.heldNone')}
          </span>
          {endsSoon && (
            <strong className={styles.soon}>{t('silences.soon')}</strong>
          )}
        </div>
        {end.error && <ProblemPanel error={end.error} />}
      </div>
      {props.mayEnd && canEnd && (
        <div className={styles.deeds}>
          <Button
            size="small"
            variant="secondary"
            aria-label={t('silences.end.about', { matchers })}
            isPending={end.isPending}
            onPress={() => end.mutate(silence.id)}
          >
            {t('silences.end')}
          </Button>
        </div>
      )}
    </li>
  );
}
