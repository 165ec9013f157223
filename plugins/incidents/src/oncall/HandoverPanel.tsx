import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import type { Place } from './describeTimes';
import { HandoverLink } from './HandoverLink';
import { NoteHead, NoteText } from './NoteText';
import styles from './handover.module.css';

export type HandoverPanelProps = {
  schedule: { name: string; title: string };
  place: Place;
};

/** What the last person wrote for the next, and the way to write the next note. */
export function HandoverPanel({ schedule, place }: HandoverPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name, title } = schedule;
  const latest = useIncidentsQuery(
    ['handovers', name, 'latest'],
    (api, signal) =>
      api.listHandovers({ params: { name }, query: { limit: 1 } }, { signal }),
  );
  const { data, error } = latest;
  const [note] = data?.items ?? [];
  return (
    <Panel
      title={t('handover.latest')}
      actions={<HandoverLink name={name} title={title} />}
    >
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => latest.refetch()}
        />
      )}
      {latest.isPending && <SkeletonLines lines={2} />}
      {data && !note && (
        <p className={styles.line}>{t('handover.latest.none')}</p>
      )}
      {note && (
        <>
          <NoteHead note={note} place={place} />
          <NoteText text={note.text} />
        </>
      )}
    </Panel>
  );
}
