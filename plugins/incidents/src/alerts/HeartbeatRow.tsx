import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Link } from '@backstage/ui';
import type { Heartbeat } from 'backstage-plugin-incidents-common';
import { RelativeTime, useDuration } from 'backstage-plugin-incidents-react';
import { alertsRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { describeHeartbeat } from './describeHeartbeat';
import type { Done } from './DoneLine';
import { SilenceDialog } from './SilenceDialog';
import styles from './alerts.module.css';

export type HeartbeatRowProps = {
  heartbeat: Heartbeat;
  maySilence: boolean;
  onDone: (done: Done) => void;
};

/** One signal: whether it comes, how often it should, and when it was heard last. */
export function HeartbeatRow(props: HeartbeatRowProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { heartbeat, onDone } = props;
  const { isUrgent } = describeHeartbeat(heartbeat);
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>{heartbeat.title}</strong>
        <div className={styles.rowFacts}>
          <strong className={isUrgent ? styles.soon : undefined}>
            {t(`heartbeats.status.${heartbeat.status}`)}
          </strong>
          <Times heartbeat={heartbeat} />
          <Subject heartbeat={heartbeat} />
        </div>
      </div>
      {props.maySilence && (
        <div className={styles.deeds}>
          <SilenceButton heartbeat={heartbeat} onDone={onDone} />
        </div>
      )}
    </li>
  );
}

function SilenceButton(props: Pick<HeartbeatRowProps, 'heartbeat' | 'onDone'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { heartbeat, onDone } = props;
  const { title } = heartbeat;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('heartbeats.silence.about', { title })}
        onPress={() => setOpen(true)}
      >
        {t('heartbeats.silence')}
      </Button>
      {isOpen && (
        <SilenceDialog
          matchers={describeHeartbeat(heartbeat).matchers}
          onDone={done => {
            onDone(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Times({ heartbeat }: { heartbeat: Heartbeat }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const duration = useDuration();
  const { lastSeenAt, missingSince, expectedBy } = heartbeat;
  const { shownAs } = describeHeartbeat(heartbeat);
  return (
    <>
      <span>
        {t(`heartbeats.${shownAs}`)}{' '}
        <RelativeTime at={missingSince ?? expectedBy} />
      </span>
      <span>
        {lastSeenAt ? (
          <>
            {t('heartbeats.lastSeen')} <RelativeTime at={lastSeenAt} />
          </>
        ) : (
          t('heartbeats.neverSeen')
        )}
      </span>
      <span>
        {t('heartbeats.every', {
          every: duration(heartbeat.every * 1_000),
          grace: duration(heartbeat.grace * 1_000),
        })}
      </span>
    </>
  );
}

/** What its absence is about, and the alert of that. */
function Subject({ heartbeat }: { heartbeat: Heartbeat }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const alertsHref = useRouteRef(alertsRouteRef)();
  const { entityRef, alertId, title } = heartbeat;
  const search = `integration=heartbeats&q=${encodeURIComponent(title)}`;
  return (
    <>
      {entityRef && (
        <EntityRefLink entityRef={entityRef} hideIcon disableTooltip />
      )}
      {alertId && (
        <Link href={`${alertsHref}?${search}`} variant="body-small">
          {t('heartbeats.alert')}
        </Link>
      )}
    </>
  );
}
