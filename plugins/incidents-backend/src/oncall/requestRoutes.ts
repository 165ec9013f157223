import {
  endpoints,
  onCallReadPermission,
  type Endpoint,
} from 'backstage-plugin-incidents-common';
import type { Call, Doors } from '../platform/mount';
import type { OnCall } from './index';
import type { Reader } from './shiftRequests';

/** How people ask each other to take or swap shifts. */
export function openShiftRequestDoors(
  doors: Doors,
  { oncall }: { oncall: OnCall },
): void {
  const { requests } = oncall;
  doors.open(endpoints.listShiftRequests, async call =>
    requests.list(call.query, await readerOf(call)),
  );
  doors.open(endpoints.askForShift, async call =>
    requests.ask(call.params.name, {
      ...{ asked: call.body, reader: await readerOf(call) },
    }),
  );
  doors.open(endpoints.acceptShiftRequest, async call =>
    requests.answer(call.params.id, {
      ...{ deed: 'accept', reader: await readerOf(call) },
    }),
  );
  doors.open(endpoints.declineShiftRequest, async call =>
    requests.answer(call.params.id, {
      ...{ deed: 'decline', reader: await readerOf(call) },
    }),
  );
  doors.open(endpoints.withdrawShiftRequest, async call =>
    requests.answer(call.params.id, {
      ...{ deed: 'withdraw', reader: await readerOf(call) },
    }),
  );
}

async function readerOf<E extends Endpoint>({
  actor,
  allows,
}: Pick<Call<E>, 'actor' | 'allows'>): Promise<Reader> {
  return { actor, people: await allows(onCallReadPermission) };
}
