import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type {
  CreatedShiftCalendar,
  CreateShiftCalendar,
} from 'backstage-plugin-incidents-common';
import {
  CopySnippet,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import alerts from '../../alerts/alerts.module.css';
import { AlertWorkDialog } from '../../alerts/AlertWorkDialog';
import { useBaseUrl } from '../../shell/useBaseUrl';
import { incidentsTranslationRef } from '../../translation';
import { useMe } from '../useMe';
import { CalendarList } from './CalendarList';
import {
  addressesOf,
  calendarOf,
  type CalendarSubject,
} from './describeCalendar';
import styles from '../oncall.module.css';

export type SubscribeDialogProps = { schedule?: string; onClose: () => void };

/** Makes a secret address at which a calendar program reads shifts, and revokes those of before. */
export function SubscribeDialog({ schedule, onClose }: SubscribeDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const me = useMe();
  const [subject, setSubject] = useState<CalendarSubject>(
    schedule ? 'schedule' : 'mine',
  );
  const create = useIncidentsMutation((api, body: CreateShiftCalendar) =>
    api.createShiftCalendar({ body }),
  );
  const body = calendarOf(subject, { me, schedule });
  return (
    <AlertWorkDialog
      title={t('subscribe.title')}
      send={t('subscribe.create')}
      isQuiet={Boolean(create.data)}
      isPending={create.isPending}
      error={create.error}
      onSend={() => body && create.mutate(body)}
      onClose={onClose}
    >
      <p className={alerts.hint}>{t('subscribe.hint')}</p>
      {schedule && (
        <WhoseField
          subject={subject}
          onChange={next => {
            setSubject(next);
            create.reset();
          }}
        />
      )}
      <div role="status">
        {create.data && <Address calendar={create.data} />}
      </div>
      <CalendarList />
    </AlertWorkDialog>
  );
}

function WhoseField(props: {
  subject: CalendarSubject;
  onChange: (subject: CalendarSubject) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <RadioGroup
      label={t('subscribe.whose')}
      value={props.subject}
      onChange={id => props.onChange(id as CalendarSubject)}
    >
      <Radio value="schedule">{t('subscribe.whose.schedule')}</Radio>
      <Radio value="mine">{t('subscribe.whose.mine')}</Radio>
    </RadioGroup>
  );
}

/** It is shown this once: the portal keeps only a hash of it. */
function Address({ calendar }: { calendar: CreatedShiftCalendar }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { https, webcal } = addressesOf(useBaseUrl(), calendar.path);
  return (
    <>
      <p className={styles.line}>
        <strong>{t('subscribe.once')}</strong>
      </p>
      <CopySnippet text={https} label={t('subscribe.address')} />
      <p className={styles.line}>
        <a href={webcal} className={styles.webcal}>
          {t('subscribe.webcal')}
        </a>
      </p>
    </>
  );
}
