import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ShiftRequest } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { describeRequest } from './describeRequest';
import type { Place } from './describeTimes';
import styles from './requests.module.css';

export type RequestListProps = {
  items: ShiftRequest[];
  place: Place;
  onDone: (done: Done) => void;
};

/** Each with what the reader may do with it. */
export function RequestList({ items, place, onDone }: RequestListProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!items.length) return null;
  return (
    <ul className={styles.requests}>
      {items.map(request => {
        const { what, who } = describeRequest(request, place, t);
        return (
          <li key={request.id}>
            <span>
              <strong>{what}</strong>
              <span className={styles.quiet}>{who}</span>
              {request.note && (
                <span className={styles.quiet}>{request.note}</span>
              )}
            </span>
            <Deeds {...{ request, what, onDone }} />
          </li>
        );
      })}
    </ul>
  );
}

type Deed = ShiftRequest['can'][number];

function Deeds(props: {
  request: ShiftRequest;
  what: string;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { request, what } = props;
  const answer = useAnswer(request.id);
  const press = (deed: Deed) =>
    answer.mutate(deed, {
      onSuccess: () =>
        props.onDone({ text: t(`requests.${deed}.done`, { what }) }),
    });
  return (
    <>
      {request.can.map(deed => (
        <Button
          key={deed}
          size="small"
          variant={deed === 'accept' ? 'primary' : 'secondary'}
          isDisabled={answer.isPending}
          aria-label={`${t(`requests.${deed}`)}: ${what}`}
          onPress={() => press(deed)}
        >
          {t(`requests.${deed}`)}
        </Button>
      ))}
      {answer.error && <ProblemPanel error={answer.error} />}
    </>
  );
}

function useAnswer(id: string) {
  return useIncidentsMutation((api, deed: Deed) => {
    const input = { params: { id }, body: {} };
    if (deed === 'accept') return api.acceptShiftRequest(input);
    return deed === 'decline'
      ? api.declineShiftRequest(input)
      : api.withdrawShiftRequest(input);
  });
}
