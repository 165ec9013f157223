import type { Clock } from 'backstage-plugin-incidents-node';
import type { Database } from '../platform/database';
import type { PortalNotices } from '../platform/portalNotices';
import { shiftNoticeStore } from './shiftNoticeStore';

export type TellDeps = {
  database: Database;
  notices: PortalNotices;
  clock: Clock;
};

const minute = 60_000;
const day = 24 * 60 * minute;
const atOnce = 500;
/** If who tells one dies meanwhile, another tells it again; the portal then puts it in the place of the first. */
const lease = 5 * minute;
const memory = 60 * day;

/**
 * Tells what waits to be told about shifts, and forgets what is long over. Answers how many were told.
 */
export async function tellShiftNotices(deps: TellDeps): Promise<number> {
  const { database, clock } = deps;
  const due = await shiftNoticeStore.due(database.read, clock.now(), atOnce);
  let told = 0;
  for (const { id, notice } of due) {
    const now = clock.now();
    const until = new Date(now.getTime() + lease);
    const isMine = await database.write(tx =>
      shiftNoticeStore.claim(tx, id, { now, until }),
    );
    if (!isMine) continue;
    const outcome = await deps.notices.tell(notice);
    await database.write(async tx => {
      if (outcome === 'failed') {
        const later = new Date(clock.now().getTime() + minute);
        await shiftNoticeStore.tryAgain(tx, id, later);
      } else {
        const state = outcome === 'sent' ? 'told' : 'absent';
        await shiftNoticeStore.settle(tx, id, state);
      }
    });
    if (outcome === 'sent') told += 1;
  }
  const oldest = new Date(clock.now().getTime() - memory);
  await database.write(tx => shiftNoticeStore.forget(tx, oldest));
  return told;
}
