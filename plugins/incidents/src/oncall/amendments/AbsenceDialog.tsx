import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { AmendSchedule } from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import alerts from '../../alerts/alerts.module.css';
import { AlertWorkDialog } from '../../alerts/AlertWorkDialog';
import { EntityField } from '../../declare/EntityField';
import { incidentsTranslationRef } from '../../translation';
import { describeTimes } from '../describeTimes';
import { InputField } from '../editor/InputField';
import {
  describeAbsence,
  emptyAbsence,
  type AbsenceDraft,
} from './describeAbsence';
import type { AmendDialogProps } from './SwapDialog';

const users = ['User'];

/** Says that somebody is away for a while: whoever stands in is on call instead. */
export function AbsenceDialog(props: AmendDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { schedule, place, me } = props;
  const { name } = schedule.definition;
  const [draft, setDraft] = useState(() =>
    emptyAbsence(me, { zone: place.zone, now: new Date() }),
  );
  const [tried, setTried] = useState(false);
  const change = (part: Partial<AbsenceDraft>) =>
    setDraft({ ...draft, ...part });
  const amend = useIncidentsMutation((api, body: AmendSchedule) =>
    api.amendSchedule({ params: { name }, body }),
  );
  const send = () => {
    setTried(true);
    const { body } = describeAbsence(draft, place.zone);
    if (!body) return;
    const text = t('amend.absence.done', {
      times: describeTimes(body, place, 'long'),
    });
    amend.mutate(body, { onSuccess: () => props.onDone({ text }) });
  };
  const { missing } = describeAbsence(draft, place.zone);
  const problem = tried && missing.includes('span');
  return (
    <AlertWorkDialog
      title={t('amend.absence')}
      send={t('amend.absence.send')}
      isPending={amend.isPending}
      error={amend.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={alerts.hint}>{t('amend.absence.hint')}</p>
      {schedule.can.overrideAny && (
        <EntityField
          kinds={users}
          entityRef={draft.user}
          label={t('amend.absence.user')}
          hint={t('onCall.override.user.hint')}
          isInvalid={tried && missing.includes('user')}
          onChange={user => change({ user })}
        />
      )}
      {(['start', 'end'] as const).map(end => (
        <InputField
          key={end}
          type="datetime-local"
          label={t(`amend.absence.${end}`, { zone: place.zone })}
          problem={
            problem && end === 'end'
              ? t('onCall.override.span.missing')
              : undefined
          }
          value={draft[end]}
          onChange={wall => change({ [end]: wall })}
        />
      ))}
      <TextField
        label={t('onCall.override.reason')}
        maxLength={500}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </AlertWorkDialog>
  );
}
