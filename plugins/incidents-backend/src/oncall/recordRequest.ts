import type { Actor } from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { hashOf } from '../platform/identity';
import type { PersonOf } from './rules/schedule/laySchedule';
import { requestStore } from './requestStore';
import type { KeptRequest } from './rules/answerRequest';
import {
  requestEntry,
  requestNotice,
  type RequestEvent,
} from './rules/requestWords';
import { stateAt } from './rules/schedule/editSchedule';
import { shiftNoticeStore, type ShiftNotice } from './shiftNoticeStore';
import type { KeptSchedule } from './scheduleStore';
import type { ScheduleDeps } from './writeSchedule';

/**
 * Writes what became of a request, what the timeline tells of it, and what people are to be told, all of it or nothing.
 *
 * @throws WriteConflict when somebody else wrote the request meanwhile.
 */
export async function recordRequest(
  { timeline }: Pick<ScheduleDeps, 'timeline'>,
  tx: Tx,
  about: {
    request: KeptRequest;
    event: RequestEvent;
    actor: Actor;
    schedule: Pick<KeptSchedule, 'definition'>;
    personOf: PersonOf;
    now: Date;
    /** Nobody is told when it is of no use to anybody any more. */
    isSilent?: boolean;
  },
): Promise<void> {
  const { request, event, actor, now } = about;
  const { definition } = about.schedule;
  const { title } = definition;
  const notice = requestNotice(request, event, {
    ...{ title, timeZone: stateAt(definition, now).timeZone, by: actor.ref },
    nameOf: ref => about.personOf(ref).displayName,
  });
  // Who was not told yet what was asked need not hear that it is over.
  const unheard =
    request.status !== 'open' &&
    (await shiftNoticeStore.takeBack(tx, idOf(request, 'requested')));
  const isSilent = about.isSilent || (unheard && event === 'withdrawn');
  const told: ShiftNotice[] =
    notice && !isSilent
      ? [
          {
            id: idOf(request, event),
            ...{ notice, createdAt: now.toISOString() },
            // What is asked is of no use later; how it ended is, until the shift is over.
            endsAt: event === 'requested' ? request.expiresAt : lastOf(request),
          },
        ]
      : [];
  const entry = requestEntry(request, event, { actor, title });
  await timeline.record(tx, [entry], now, [
    requestStore.toWrite(request),
    shiftNoticeStore.toWrite(told),
  ]);
}

function idOf({ id }: KeptRequest, event: RequestEvent): string {
  return hashOf(JSON.stringify(['request', id, event]));
}

function lastOf({ mine, theirs = mine }: KeptRequest): string {
  return mine.to > theirs.to ? mine.to : theirs.to;
}
