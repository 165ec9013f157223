import type {
  IncidentNotifier,
  PageNews,
} from 'backstage-plugin-incidents-node';
import type { Tx } from '../platform/database';
import type { NewId } from '../platform/identity';
import { noticeStore } from './noticeStore';
import { followUps } from './rules/followUps';
import type { KeptNotice } from './rules/notice';
import type { KeptPage } from './rules/page';

export type FollowDeps = {
  notifiers: Map<string, IncidentNotifier>;
  clock: { now(): Date };
  newId: NewId;
};

/** Lets those who call people by themselves know what became of a page that is held: by rows, which are sent once this is committed. */
export async function followUp(
  deps: FollowDeps,
  tx: Tx,
  { page, news }: { page: KeptPage; news: PageNews },
): Promise<void> {
  const told = await noticeStore.ofPages(tx, [page.id]);
  await noticeStore.add(tx, followedFrom(deps, told, { page, news }));
}

/** An attempt that arrived when somebody had answered already calls people who are not needed: they are told at once. */
export async function followLate(
  deps: FollowDeps,
  tx: Tx,
  { notice, page }: { notice: KeptNotice; page: KeptPage },
): Promise<void> {
  const isOver = page.status === 'ended' || page.episode !== notice.episode;
  if (!isOver && page.status !== 'acknowledged') return;
  const { episode } = notice;
  const told = [{ ...notice, state: 'sent' as const }];
  const about = {
    page: { ...page, episode },
    news: isOver ? ('over' as const) : ('answered' as const),
  };
  await noticeStore.add(tx, followedFrom(deps, told, about));
}

function followedFrom(
  { notifiers, clock, newId }: FollowDeps,
  told: KeptNotice[],
  { page, news }: { page: KeptPage; news: PageNews },
): KeptNotice[] {
  const follows = (id: string) => notifiers.get(id)?.follow !== undefined;
  const now = clock.now();
  return followUps(told, page, { news, follows, now, newId });
}
