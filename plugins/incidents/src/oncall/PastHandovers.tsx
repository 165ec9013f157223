import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { Pager } from '../incidents/Pager';
import { incidentsTranslationRef } from '../translation';
import type { Place } from './describeTimes';
import { NoteHead, NoteText } from './NoteText';
import styles from './handover.module.css';

export type PastHandoversProps = {
  name: string;
  place: Place;
  /** The note that stands above already. */
  except?: string;
};

/** The notes of a schedule, the latest first. */
export function PastHandovers({ name, place, except }: PastHandoversProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const cursors = search.getAll('cursor').filter(Boolean);
  const cursor = cursors.at(-1);
  const query = { limit: 10, ...(cursor && { cursor }) };
  const notes = useIncidentsQuery(
    ['handovers', name, query],
    (api, signal) => api.listHandovers({ params: { name }, query }, { signal }),
    { keepPrevious: true },
  );
  const { data, error } = notes;
  const past = data?.items.filter(({ id }) => id !== except) ?? [];
  const turn = (pages: string[]) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      after.delete('cursor');
      for (const page of pages) after.append('cursor', page);
      return after;
    });
  return (
    <Panel title={t('handover.past')}>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => notes.refetch()}
        />
      )}
      {notes.isPending && <SkeletonLines lines={2} />}
      {data && !past.length && (
        <p className={styles.line}>{t('handover.past.none')}</p>
      )}
      <ol className={styles.notes}>
        {past.map(note => (
          <li key={note.id}>
            <NoteHead note={note} place={place} />
            <details>
              <summary>{t('handover.note')}</summary>
              <NoteText text={note.text} />
            </details>
          </li>
        ))}
      </ol>
      <Pager cursors={cursors} nextCursor={data?.nextCursor} onChange={turn} />
    </Panel>
  );
}
