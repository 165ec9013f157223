import type { Actor } from 'backstage-plugin-incidents-common';
import { peopleOf } from './people';
import { recordRequest } from './recordRequest';
import { requestStore } from './requestStore';
import { expireRequest } from './rules/answerRequest';
import { holdsShift } from './rules/holdsShift';
import { scheduleStore } from './scheduleStore';
import type { RequestDeps } from './shiftRequests';

const time: Actor = { type: 'system', ref: 'shift-requests' };
const atOnce = 200;

/** Ends requests whose first shift begins without an answer, and tells those who asked that they are still on call. */
export async function expireRequests(deps: RequestDeps): Promise<number> {
  const { database, clock } = deps;
  const overdue = await requestStore.overdue(
    database.read,
    clock.now(),
    atOnce,
  );
  if (overdue.length === 0) return 0;
  const index = await deps.catalog.index().catch(() => undefined);
  let expired = 0;
  for (const { id } of overdue) {
    const isDone = await database.write(async tx => {
      const request = await requestStore.find(tx, id);
      // Another replica was faster, or somebody answered just in time.
      if (request?.status !== 'open') return false;
      const now = clock.now();
      const schedule = (await scheduleStore.find(tx, request.schedule))!;
      const { asker: user, level, mine: span } = request;
      const isSilent =
        Boolean(schedule.archivedAt) ||
        !holdsShift(schedule.definition, { level, user, span });
      await recordRequest(deps, tx, {
        ...{ request: expireRequest(request, now), event: 'expired' },
        ...{ actor: time, schedule, personOf: peopleOf(index), now },
        isSilent,
      });
      return true;
    });
    if (isDone) expired += 1;
  }
  return expired;
}
