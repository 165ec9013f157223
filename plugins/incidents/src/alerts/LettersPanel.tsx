import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deadLetterReplayPermission,
  type DeadLetter,
  type Page,
  type ReplayDeadLetters,
} from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsMutation,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import { ManySelect } from '../incidents/ManySelect';
import { Pager } from '../incidents/Pager';
import { incidentsTranslationRef } from '../translation';
import { describeReplay } from './describeReplay';
import { integrationsOf } from './integrationsOf';
import { LetterRow } from './LetterRow';
import { ReplayBar } from './ReplayBar';
import styles from './alerts.module.css';

/** Dead letters, newest first, with the ways to read them again. */
export function LettersPanel() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const chosen = search.getAll('integration').filter(Boolean);
  const cursors = search.getAll('cursor').filter(Boolean);
  const cursor = cursors.at(-1);
  const query = {
    limit: 50,
    ...(chosen.length && { integration: chosen }),
    ...(cursor && { cursor }),
  };
  const letters = useIncidentsQuery(
    ['dead-letters', query],
    (api, signal) => api.listDeadLetters({ query }, { signal }),
    { keepPrevious: true },
  );
  const show = (integrations: string[], pages: string[] = []) =>
    setSearch([
      ...integrations.map((one): [string, string] => ['integration', one]),
      ...pages.map((one): [string, string] => ['cursor', one]),
    ]);
  const { data, error } = letters;
  const integrations = integrationsOf(data?.items ?? []);
  return (
    <Panel
      title={
        data
          ? t('letters.count', { count: data.totalItems })
          : t('letters.title')
      }
      actions={
        <ManySelect
          label={t('letters.integration')}
          none={t('letters.integration.any')}
          chosen={chosen}
          options={integrations.map(id => ({ id, label: id }))}
          onChange={next => show(next)}
        />
      }
    >
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => letters.refetch()}
        />
      )}
      {letters.isPending && <SkeletonLines lines={4} height={64} />}
      {data && <Letters page={data} integrations={integrations} />}
      <Pager
        cursors={cursors}
        nextCursor={data?.nextCursor}
        onChange={pages => show(chosen, pages)}
      />
    </Panel>
  );
}

function Letters(props: { page: Page<DeadLetter>; integrations: string[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { allowed } = usePermission({ permission: deadLetterReplayPermission });
  const replay = useIncidentsMutation((api, body: ReplayDeadLetters) =>
    api.replayDeadLetters({ body }),
  );
  const outcome = replay.data && describeReplay(replay.data);
  const { items } = props.page;
  return (
    <>
      <ReplayBar
        integrations={allowed ? props.integrations : []}
        isPending={replay.isPending}
        error={replay.error}
        outcome={outcome}
        onReplay={integration => replay.mutate({ integration })}
      />
      {!items.length && (
        <TaughtEmpty
          title={t('letters.none')}
          advice={t('letters.noneAdvice')}
        />
      )}
      <ul className={styles.stream}>
        {items.map(letter => (
          <LetterRow
            key={letter.id}
            letter={letter}
            failedAgain={outcome?.reasons.get(letter.id)}
            mayReplay={allowed}
            isPending={replay.isPending}
            onReplay={() => replay.mutate({ ids: [letter.id] })}
          />
        ))}
      </ul>
    </>
  );
}
