import { Fragment, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { Maintenance } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  RelativeTime,
  useIncidentsMutation,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import type { Done } from '../alerts/DoneLine';
import { ActorName } from '../incidents/ActorName';
import { Moment } from '../service/Moment';
import { incidentsTranslationRef } from '../translation';
import {
  describeMaintenance,
  spanOf,
  type MaintenanceDeed,
} from './describeMaintenance';
import { describeRecurrence } from './describeRecurrence';
import { MaintenanceDialog } from './MaintenanceDialog';

export type MaintenanceRowProps = {
  window: Maintenance;
  mayChange: boolean;
  onDone: (done: Done) => void;
};

/** One window: what is done, on what, when, and what it has held back. */
export function MaintenanceRow(props: MaintenanceRowProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(30_000);
  const { window } = props;
  const { time, endsSoon, deeds } = describeMaintenance(window, now);
  return (
    <li className={styles.row} data-plain="">
      <div className={styles.rowMain}>
        <strong className={styles.conditions}>{window.title}</strong>
        {window.reason && <p className={styles.why}>{window.reason}</p>}
        <div className={styles.rowFacts}>
          {time === 'now' && (
            <strong className={styles.soon}>{t('maintenance.now')}</strong>
          )}
          <span>
            {window.entityRefs.map((ref, i) => (
              <Fragment key={ref}>
                {i > 0 && ', '}
                <EntityRefLink entityRef={ref} hideIcon />
              </Fragment>
            ))}
          </span>
          <When window={window} time={time} />
          <Schedule window={window} />
          <Origin window={window} />
          <Held window={window} />
          {endsSoon && (
            <strong className={styles.soon}>{t('maintenance.soon')}</strong>
          )}
        </div>
      </div>
      {props.mayChange && deeds.length > 0 && (
        <Deeds window={window} deeds={deeds} onDone={props.onDone} />
      )}
    </li>
  );
}

/** How many alerts it has kept from anybody. */
function Held({ window }: Pick<MaintenanceRowProps, 'window'>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { held } = window;
  return (
    <span>
      {held
        ? t('maintenance.held', { count: held })
        : t('maintenance.heldNone')}
    </span>
  );
}

/** The time that is on, the next one, or the end. */
function When(props: { window: Maintenance; time: 'now' | 'next' | 'ended' }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { next, endedAt, endedBy } = props.window;
  if (props.time === 'ended') {
    return (
      <span>
        {t('maintenance.ended')} {endedAt && <Moment at={endedAt} />}
        {endedBy && ` ${t('maintenance.endedBy')} ${endedBy}`}
      </span>
    );
  }
  if (!next) return null;
  return props.time === 'now' ? (
    <span>
      {t('maintenance.until')} <Moment at={next.endsAt} /> (
      <RelativeTime at={next.endsAt} />)
    </span>
  ) : (
    <span>
      {t('maintenance.next')} <Moment at={next.startsAt} />{' '}
      {t('maintenance.to')} <Moment at={next.endsAt} />
    </span>
  );
}

function Schedule({ window }: { window: Maintenance }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const { recurrence, zone } = window;
  const span = t('maintenance.schedule', { ...spanOf(window), zone });
  return (
    <span>
      {recurrence
        ? `${span}, ${describeRecurrence(recurrence, { t, language })}`
        : span}
    </span>
  );
}

function Origin({ window }: { window: Maintenance }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { origin, calendar = '' } = window;
  if (origin === 'calendar') {
    return <span>{t('maintenance.from.calendar', { calendar })}</span>;
  }
  return (
    <span>
      {origin === 'file' && `${t('maintenance.from.file')}, `}
      {t('maintenance.by')} <ActorName actor={window.createdBy} />
    </span>
  );
}

function Deeds(props: {
  window: Maintenance;
  deeds: MaintenanceDeed[];
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { id, title } = props.window;
  const end = useIncidentsMutation((api, what: 'this' | 'all') =>
    api.endMaintenance({ params: { id }, body: { what } }),
  );
  const act = (deed: MaintenanceDeed) =>
    deed === 'change'
      ? setOpen(true)
      : end.mutate(deed === 'endThis' ? 'this' : 'all');
  return (
    <div className={styles.deeds}>
      {props.deeds.map(deed => (
        <Button
          key={deed}
          size="small"
          variant="secondary"
          aria-label={t(`maintenance.${deed}.about`, { title })}
          isPending={end.isPending}
          onPress={() => act(deed)}
        >
          {t(`maintenance.${deed}`)}
        </Button>
      ))}
      {end.error && <ProblemPanel error={end.error} />}
      {isOpen && (
        <MaintenanceDialog
          window={props.window}
          onDone={done => {
            props.onDone(done);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
