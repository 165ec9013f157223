import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import {
  onCallHandoverUpdatePermission,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { scheduleRouteRef } from '../routes';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef } from '../translation';
import type { Place } from './describeTimes';
import { HandoverEditor } from './HandoverEditor';
import { HandoverFacts } from './HandoverFacts';
import { NoteHead, NoteText } from './NoteText';
import { PastHandovers } from './PastHandovers';
import styles from './handover.module.css';

/** How a shift is handed over: what happened in it, and what the next person should know. */
export function HandoverPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name = '' } = useParams();
  const scheduleHref = useRouteRef(scheduleRouteRef);
  const sight = usePermission({ permission: onCallReadPermission });
  return (
    <PageShell title={t('handover.title', { schedule: name })}>
      <div className={styles.page}>
        <p className={styles.line}>
          <Link href={scheduleHref({ name })}>{name}</Link>
        </p>
        {sight.loading && <SkeletonLines lines={6} height={48} />}
        {!sight.loading && !sight.allowed && (
          <Panel title={t('handover.title', { schedule: name })}>
            <TaughtEmpty
              title={t('onCall.hidden')}
              advice={t('onCall.hiddenAdvice')}
            />
          </Panel>
        )}
        {sight.allowed && <Seen name={name} />}
      </div>
    </PageShell>
  );
}

function Seen({ name }: { name: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const [search] = useSearchParams();
  const at = search.get('at') ?? undefined;
  const write = usePermission({ permission: onCallHandoverUpdatePermission });
  // What is being written is not pulled away from under the reader.
  const draft = useIncidentsQuery(
    ['handover', name, at],
    (api, signal) =>
      api.draftHandover({ params: { name }, query: { at } }, { signal }),
    { steady: true },
  );
  const { data, error } = draft;
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  const place: Place = { zone, language };
  return (
    <>
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => draft.refetch()}
        />
      )}
      {draft.isPending && <SkeletonLines lines={6} height={48} />}
      {data && (
        <Panel title={t('handover.title', { schedule: data.scheduleTitle })}>
          <HandoverFacts draft={data} place={place} />
        </Panel>
      )}
      {data && (
        <Panel title={t('handover.note')}>
          {data.note && <NoteHead note={data.note} place={place} />}
          {!write.loading && !write.allowed && (
            <>
              {data.note && <NoteText text={data.note.text} />}
              <p className={styles.quiet}>{t('handover.noRight')}</p>
            </>
          )}
          {write.allowed && <HandoverEditor key={keyOf(data)} draft={data} />}
        </Panel>
      )}
      <PastHandovers name={name} place={place} except={data?.note?.id} />
    </>
  );
}

/** Another shift has another note. */
function keyOf({
  shift,
}: {
  shift: { person: { ref: string }; from: string };
}) {
  return [shift.person.ref, shift.from].join();
}
