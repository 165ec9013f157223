import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AskForShift } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsMutation,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { AlertWorkDialog } from '../alerts/AlertWorkDialog';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { AskFields } from './AskFields';
import {
  describeAsk,
  keyOfShift,
  shiftsToAskAbout,
  type AskDraft,
} from './describeAsk';
import { describeRequest } from './describeRequest';
import type { Place } from './describeTimes';

export type AskDialogProps = {
  /** The schedule by its name. */
  name: string;
  place: Place;
  me?: string;
  now: Date;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Asks somebody, or everybody, to take a shift of the reader, or to swap it. */
export function AskDialog(props: AskDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const form = useAskForm(props);
  const { preview, ask } = form;
  return (
    <AlertWorkDialog
      title={t('requests.ask.title')}
      send={t('requests.ask.send')}
      isPending={ask.isPending}
      error={ask.error}
      onSend={form.send}
      onClose={props.onClose}
    >
      {preview.error && <ProblemPanel error={preview.error} />}
      {preview.isPending && <SkeletonLines lines={3} />}
      {preview.data && !form.draft.mine && <p>{t('requests.ask.none')}</p>}
      {form.draft.mine && <AskFields place={props.place} {...form} />}
    </AlertWorkDialog>
  );
}

/** What the reader has filled in, of the shifts that there are. */
function useAskForm({ name, place, me, now, onDone }: AskDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const preview = useIncidentsQuery(['shifts-to-ask', name], (api, signal) =>
    api.getScheduleShifts({ params: { name }, query: {} }, { signal }),
  );
  const about = { shifts: preview.data?.shifts ?? [], me, now };
  const [first] = shiftsToAskAbout(about);
  const [changed, setChanged] = useState<Partial<AskDraft>>({});
  const [tried, setTried] = useState(false);
  const mine = first ? keyOfShift(first) : '';
  const draft: AskDraft = { mine, how: 'everybody', note: '', ...changed };
  const ask = useIncidentsMutation((api, body: AskForShift) =>
    api.askForShift({ params: { name }, body }),
  );
  const described = describeAsk(draft, about);
  const send = () => {
    setTried(true);
    if (!described.body) return;
    ask.mutate(described.body, {
      onSuccess: made => {
        const { what } = describeRequest(made, place, t);
        onDone({ text: t('requests.ask.done', { what }) });
      },
    });
  };
  return {
    ...{ preview, about, draft, ask, send },
    missing: tried ? described.missing : [],
    onChange: (part: Partial<AskDraft>) => setChanged({ ...changed, ...part }),
  };
}
