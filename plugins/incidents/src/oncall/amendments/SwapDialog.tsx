import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type {
  LaidShift,
  ScheduleDetail,
  SwapShifts,
} from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsMutation,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import alerts from '../../alerts/alerts.module.css';
import { AlertWorkDialog } from '../../alerts/AlertWorkDialog';
import type { Done } from '../../alerts/DoneLine';
import { incidentsTranslationRef } from '../../translation';
import { describeTimes, type Place } from '../describeTimes';
import { ChoiceField } from '../editor/InputField';
import { givable, idOf, swapOf, takable } from './describeSwap';

export type AmendDialogProps = {
  schedule: ScheduleDetail;
  place: Place;
  me?: string;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Two people take over from each other: two shifts are chosen, and the people with them. */
export function SwapDialog(props: AmendDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { schedule, place, me } = props;
  const { name } = schedule.definition;
  const [now] = useState(() => new Date());
  const [chosen, setChosen] = useState({ first: '', second: '', reason: '' });
  const [tried, setTried] = useState(false);
  const preview = useIncidentsQuery(['schedule-swap', name], (api, signal) =>
    api.getScheduleShifts({ params: { name }, query: {} }, { signal }),
  );
  const swap = useIncidentsMutation((api, body: SwapShifts) =>
    api.swapShifts({ params: { name }, body }),
  );
  const shifts = preview.data?.shifts ?? [];
  const mine = givable({ shifts, now, can: schedule.can, me });
  const first = mine.find(shift => idOf(shift) === chosen.first);
  const theirs = takable(first, { shifts, now });
  const second = theirs.find(shift => idOf(shift) === chosen.second);
  const send = () => {
    setTried(true);
    if (!first || !second) return;
    const text = t('amend.swap.done', {
      ...{ name: first.person.displayName, other: second.person.displayName },
    });
    swap.mutate(swapOf(first, second, chosen.reason), {
      onSuccess: () => props.onDone({ text }),
    });
  };
  const field = (end: 'first' | 'second', of: LaidShift[]) => (
    <ChoiceField
      label={t(`amend.swap.${end}`)}
      options={[
        { id: '', label: t('amend.swap.choose') },
        ...of.map(shift => ({ id: idOf(shift), label: labelOf(shift, place) })),
      ]}
      value={chosen[end]}
      problem={
        tried && !(end === 'first' ? first : second)
          ? t('amend.swap.missing')
          : undefined
      }
      onChange={id => setChosen({ ...chosen, [end]: id })}
    />
  );
  return (
    <AlertWorkDialog
      title={t('amend.swap')}
      send={t('amend.swap.send')}
      isPending={swap.isPending}
      error={swap.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={alerts.hint}>{t('amend.swap.hint')}</p>
      {preview.error && <ProblemPanel error={preview.error} />}
      {preview.isPending && <SkeletonLines lines={2} />}
      {preview.data && !mine.length && (
        <p className={alerts.hint}>{t('amend.swap.none')}</p>
      )}
      {mine.length > 0 && (
        <>
          {field('first', mine)}
          {field('second', theirs)}
        </>
      )}
      <TextField
        label={t('onCall.override.reason')}
        maxLength={500}
        value={chosen.reason}
        onChange={reason => setChosen({ ...chosen, reason })}
      />
    </AlertWorkDialog>
  );
}

function labelOf(shift: LaidShift, place: Place): string {
  return [
    ...[shift.person.displayName, shift.levelName],
    describeTimes(shift, place, 'long'),
  ].join(' · ');
}
