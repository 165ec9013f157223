import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  AmendSchedule,
  ScheduleDefinition,
  ShiftRequest,
  SwapShifts,
} from 'backstage-plugin-incidents-common';
import type { Reader as Connection, Tx } from '../platform/database';
import { amendWithin } from './amendShifts';
import { peopleOf } from './people';
import { shownRequest } from './readRequests';
import { recordRequest } from './recordRequest';
import { requestStore } from './requestStore';
import {
  answerRequest,
  type KeptRequest,
  type RequestDeed,
} from './rules/answerRequest';
import { holdsShift } from './rules/holdsShift';
import type { RequestEvent } from './rules/requestWords';
import type { PersonOf } from './rules/schedule/laySchedule';
import { scheduleStore, type KeptSchedule } from './scheduleStore';
import type { Reader, RequestDeps } from './shiftRequests';
import { holdSchedule, noSchedule } from './writeSchedule';

const events: Record<RequestDeed, RequestEvent> = {
  ...{ accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
};

/**
 * Accepts, declines or withdraws a request. With the acceptance the schedule gets its override or swap, in one transaction.
 *
 * @throws NotFoundError; NotAllowedError when it is not theirs to answer; ConflictError when it is over, or the shifts are not what
 * they were.
 */
export async function answerShiftRequest(
  deps: RequestDeps,
  id: string,
  { deed, reader }: { deed: RequestDeed; reader: Reader },
): Promise<ShiftRequest> {
  const { actor, people } = reader;
  const index = await deps.catalog.index().catch(() => undefined);
  const personOf = peopleOf(index);
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const schedule = await scheduleOf(tx, id, deed);
    // Read once the schedule is held: of two who accept, the second sees that the first has it.
    const request = await findRequest(tx, id);
    const { answeredBy } = request;
    const answered = answerRequest(
      request,
      {
        ...{ deed, user: actor.ref },
        who:
          people && answeredBy ? personOf(answeredBy).displayName : undefined,
      },
      now,
    );
    const amended =
      deed === 'accept'
        ? await carryOut(deps, tx, {
            request: answered,
            schedule,
            reader,
            personOf,
          })
        : answered;
    await recordRequest(deps, tx, {
      ...{ request: amended, event: events[deed] },
      ...{ actor, schedule, personOf, now },
    });
    const { title } = schedule.definition;
    return shownRequest(amended, { reader, title, index, now });
  });
}

/** Held when it is to be changed. One in the archive can still be declined. */
async function scheduleOf(
  tx: Tx,
  id: string,
  deed: RequestDeed,
): Promise<KeptSchedule> {
  const { schedule: name } = await findRequest(tx, id);
  if (deed === 'accept') return holdSchedule(tx, name, undefined);
  const kept = await scheduleStore.find(tx, name);
  if (!kept) throw noSchedule(name);
  return kept;
}

async function findRequest(
  reader: Connection,
  id: string,
): Promise<KeptRequest> {
  const request = await requestStore.find(reader, id);
  if (request) return request;
  throw new NotFoundError(`There is no request ${id.slice(0, 100)}`);
}

async function carryOut(
  deps: RequestDeps,
  tx: Tx,
  about: {
    request: KeptRequest;
    schedule: KeptSchedule;
    reader: Reader;
    personOf: PersonOf;
  },
): Promise<KeptRequest> {
  const { request, schedule, reader } = about;
  const { asker, theirs, level, mine } = request;
  const taker = reader.actor.ref;
  const asked = reader.people ? about.personOf(asker).displayName : 'who asked';
  const holds = (
    definition: ScheduleDefinition,
    user: string,
    span: typeof mine,
  ) => holdsShift(definition, { level, user, span });
  if (!holds(schedule.definition, asker, mine)) {
    throw new ConflictError(
      `The shift is not what it was: ${asked} is not on call in all of that time any more`,
    );
  }
  if (theirs && !holds(schedule.definition, taker, theirs)) {
    throw new ConflictError(
      'The shift is not what it was: you are not on call in all of that time any more',
    );
  }
  const { after, id } = await amendWithin(deps, tx, schedule.definition.name, {
    asked: amendmentOf(request, taker),
    actor: reader.actor,
  });
  const counts =
    holds(after.definition, taker, mine) &&
    (!theirs || holds(after.definition, asker, theirs));
  if (!counts) {
    throw new ConflictError(
      'It would not count: whoever would come is absent in a part of that time; withdraw the absence first',
    );
  }
  return { ...request, amendmentId: id };
}

function amendmentOf(
  { level, asker, mine, theirs, note }: KeptRequest,
  taker: string,
): AmendSchedule | SwapShifts {
  const reason = note ? { reason: note } : {};
  if (!theirs) {
    const who = { user: taker, replaces: asker };
    return { kind: 'replace', level, ...who, ...mine, ...reason };
  }
  const between: SwapShifts['between'] = [
    { user: asker, ...mine },
    { user: taker, ...theirs },
  ];
  return { level, between, ...reason };
}
