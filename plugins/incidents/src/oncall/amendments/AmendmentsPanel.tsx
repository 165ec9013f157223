import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { DoneLine, type Done } from '../../alerts/DoneLine';
import { incidentsTranslationRef } from '../../translation';
import { describeTimes } from '../describeTimes';
import { useMe } from '../useMe';
import type { ChosenPlace } from '../usePlace';
import {
  describeAmendments,
  mayWithdraw,
  type Amendment,
} from './describeAmendments';
import styles from '../oncall.module.css';

export type AmendmentsPanelProps = {
  schedule: ScheduleDetail;
  place: ChosenPlace;
  now: Date;
};

/** What was changed by hand and is in force or to come, each with a way to take it back. */
export function AmendmentsPanel(props: AmendmentsPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { schedule, place, now } = props;
  const me = useMe();
  const [done, setDone] = useState<Done>();
  const { definition, can } = schedule;
  const amendments = describeAmendments(definition, place.zones.schedule, now);
  return (
    <Panel title={t('amend.title')} count={amendments.length}>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      {!amendments.length && <p className={styles.line}>{t('amend.none')}</p>}
      <ul className={styles.troubles}>
        {amendments.map(amendment => (
          <AmendmentRow
            key={amendment.id}
            name={definition.name}
            amendment={amendment}
            place={place}
            mayWithdraw={
              !schedule.archivedAt && mayWithdraw(amendment, { can, me })
            }
            onDone={setDone}
          />
        ))}
      </ul>
    </Panel>
  );
}

function AmendmentRow(props: {
  /** The schedule by its name. */
  name: string;
  amendment: Amendment;
  place: ChosenPlace;
  mayWithdraw: boolean;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { amendment, place, name } = props;
  const { id, kind, user, other, level, spans, reason } = amendment;
  const person = useEntityPresentation(user).primaryTitle;
  const second = useEntityPresentation(other ?? user).primaryTitle;
  const words = t(`amend.kind.${kind}`, {
    ...{ name: person, level: level ?? t('amend.allLevels') },
    other: other ? second : t('amend.everybody'),
  });
  const times = spans
    .map(span => describeTimes(span, place, 'long'))
    .join(' ⇄ ');
  return (
    <li>
      <strong>{words}</strong>
      <span className={styles.quiet}>
        {[times, reason].filter(Boolean).join(' · ')}
      </span>
      {props.mayWithdraw && (
        <WithdrawButton {...{ name, id, words, onDone: props.onDone }} />
      )}
    </li>
  );
}

function WithdrawButton(props: {
  name: string;
  id: string;
  /** What is taken back. */
  words: string;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name, id, words: amendment } = props;
  const withdraw = useIncidentsMutation(api =>
    api.withdrawAmendment({ params: { name, id }, body: {} }),
  );
  const text = t('amend.withdrawn', { amendment });
  const press = () =>
    withdraw.mutate(undefined, { onSuccess: () => props.onDone({ text }) });
  return (
    <span className={styles.deed}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('amend.withdraw.about', { amendment })}
        isPending={withdraw.isPending}
        onPress={press}
      >
        {t('amend.withdraw')}
      </Button>
      {withdraw.error && <ProblemPanel error={withdraw.error} />}
    </span>
  );
}
