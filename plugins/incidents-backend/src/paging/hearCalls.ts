import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Database, Tx } from '../platform/database';
import type { Timeline } from '../timeline';
import { callStore } from './callStore';
import { followUp, type FollowDeps } from './followUp';
import type { IncidentPort, PageCall } from './incidentPort';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { acknowledge, endPage } from './rules/answerPage';
import { answerTo, beginPage } from './rules/beginPage';
import { choosePolicy } from './rules/choosePolicy';
import type { KeptPage } from './rules/page';
import type { EscalationSettings } from './settings';

export type HearDeps = {
  database: Database;
  catalog: Catalog;
  timeline: Timeline;
  incidents: IncidentPort;
  settings: EscalationSettings;
} & FollowDeps;

const perRound = 200;

/** Begins, acknowledges and ends pages as what happened to incidents asks for; answers how many incidents it was about. */
export async function hearCalls(deps: HearDeps): Promise<number> {
  const keys = await callStore.waitingKeys(deps.database.read, perRound);
  if (keys.length === 0) return 0;
  const index = await deps.catalog.index().catch(() => undefined);
  for (const key of keys) await hearIncident(deps, key, index);
  return keys.length;
}

/** The same for one incident that somebody asks about now. */
export async function hearIncident(
  deps: HearDeps,
  key: string,
  index?: CatalogIndex,
): Promise<void> {
  const { database, incidents } = deps;
  await database.write(async tx => {
    const calls = await callStore.take(tx, key);
    // Another replica was faster.
    if (calls.length === 0) return;
    const incident = await incidents.find(tx, key);
    if (!incident) return;
    for (const call of calls) await hear(deps, tx, { call, incident, index });
  });
}

type Heard = {
  call: PageCall;
  incident: NonNullable<Awaited<ReturnType<IncidentPort['find']>>>;
  index: CatalogIndex | undefined;
};

async function hear(deps: HearDeps, tx: Tx, heard: Heard): Promise<void> {
  const { call, incident } = heard;
  const now = deps.clock.now();
  const page = await pageStore.holdOpen(tx, incident.key);
  const answer = answerTo(call.kind, incident, page);
  if (answer === 'begin') return begin(deps, tx, heard);
  if (answer === 'end') {
    return finish(deps, tx, page!, { status: incident.status, ...call });
  }
  const decided =
    answer === 'acknowledge'
      ? acknowledge(page!, { ...call, now, how: 'in the incident' })
      : undefined;
  if (!decided) return undefined;
  await settleNotices(deps, tx, decided.after);
  await pageStore.save(tx, decided.after);
  await deps.timeline.record(tx, decided.because, now);
  return undefined;
}

async function begin(
  deps: HearDeps,
  tx: Tx,
  { call, incident, index }: Heard,
): Promise<void> {
  const now = deps.clock.now();
  const { policies } = deps.settings;
  const chosen = choosePolicy(policies, incident, { index, now });
  if (!chosen) return;
  const { after, because } = beginPage(incident, {
    ...{ ...chosen, id: deps.newId(), now },
    actor: call.actor,
  });
  await pageStore.save(tx, after);
  await deps.timeline.record(tx, because, now);
}

/** Ends a page, whose incident needs nobody any more. */
export async function finish(
  deps: Pick<HearDeps, 'timeline'> & FollowDeps,
  tx: Tx,
  page: KeptPage,
  by: { status: string; actor: PageCall['actor'] },
): Promise<void> {
  const now = deps.clock.now();
  const { after, because } = endPage(page, { ...by, now });
  await noticeStore.mark(tx, { pageId: page.id, from: ['due'] }, 'withdrawn');
  await followUp(deps, tx, { page, news: 'over' });
  await pageStore.save(tx, after);
  await deps.timeline.record(tx, because, now);
}

/** What nobody has sent yet is not needed any more; whoever is on it has answered what they were told. */
export async function settleNotices(
  deps: FollowDeps,
  tx: Tx,
  page: KeptPage,
): Promise<void> {
  const { id: pageId, acknowledgedBy } = page;
  await followUp(deps, tx, { page, news: 'answered' });
  await noticeStore.mark(
    tx,
    { pageId, from: ['due'], ofSteps: true },
    'withdrawn',
  );
  if (acknowledgedBy?.type !== 'user') return;
  await noticeStore.mark(
    tx,
    { pageId, from: ['sent', 'unanswered'], person: acknowledgedBy.ref },
    'acknowledged',
  );
}
