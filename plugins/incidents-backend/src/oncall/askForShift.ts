import { ConflictError, InputError } from '@backstage/errors';
import type {
  AskForShift,
  ScheduleDefinition,
  ShiftRequest,
  ShiftSpan,
} from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { peopleOf } from './people';
import { shownRequest } from './readRequests';
import { recordRequest } from './recordRequest';
import { requestStore } from './requestStore';
import type { KeptRequest } from './rules/answerRequest';
import { holdsShift } from './rules/holdsShift';
import { membersOf } from './rules/membersOf';
import { isTooMuch } from './rules/schedule/sizeOf';
import type { Reader, RequestDeps } from './shiftRequests';
import { holdSchedule } from './writeSchedule';

/** People at once: each is told. */
const mostAsked = 200;
/** Of one person. */
const mostOpen = 50;
const mostDays = 100;
const day = 24 * 60 * 60 * 1000;

/**
 * Asks somebody, or everybody of the schedule, to have a shift of one's own, or to swap it for one of theirs.
 *
 * @throws NotFoundError; ConflictError when the schedule is in the archive, or too much is asked already; InputError.
 */
export async function askForShift(
  deps: RequestDeps,
  name: string,
  { asked, reader }: { asked: AskForShift; reader: Reader },
): Promise<ShiftRequest> {
  const { actor } = reader;
  if (actor.type !== 'user') {
    throw new InputError('mine: only a person has shifts; this is a service');
  }
  const index = await deps.catalog.index().catch(() => undefined);
  refuseUnknown(asked, actor.ref, index);
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const schedule = await holdSchedule(tx, name, undefined);
    const { definition } = schedule;
    refuseNotTheirs(definition, { asked, asker: actor.ref, now });
    if ((await requestStore.countOpenBy(tx, actor.ref)) >= mostOpen) {
      throw new ConflictError(
        `You have ${mostOpen} open requests already; withdraw some first`,
      );
    }
    const request: KeptRequest = {
      ...{ id: deps.newId(), schedule: name, status: 'open', version: 1 },
      ...{ kind: asked.kind, level: asked.level, asker: actor.ref },
      ...{ mine: asked.mine, note: asked.note, declined: [] },
      ...(asked.kind === 'swap' && { theirs: asked.theirs }),
      ...whomOf(definition, asked, actor.ref),
      createdAt: now.toISOString(),
      expiresAt: firstOf(asked),
    };
    await recordRequest(deps, tx, {
      ...{ request, event: 'requested', actor, schedule, now },
      personOf: peopleOf(index),
    });
    const { title } = definition;
    return shownRequest(request, { reader, title, index, now });
  });
}

/** Somebody whom no notice reaches would never answer. */
function refuseUnknown(
  { of }: AskForShift,
  asker: string,
  index: CatalogIndex | undefined,
): void {
  if (of === asker) throw new InputError('of: must be somebody else');
  if (of && index && !index.get(of)) {
    throw new InputError(`of: ${of} is not in the catalog`);
  }
}

function refuseNotTheirs(
  schedule: ScheduleDefinition,
  about: { asked: AskForShift; asker: string; now: Date },
): void {
  const { asked, asker, now } = about;
  const { level } = asked;
  const check = (field: string, user: string, span: ShiftSpan) => {
    refuseSpan(field, span, now);
    const [from, to] = [new Date(span.from), new Date(span.to)];
    if (isTooMuch(schedule, from, to)) {
      throw new InputError(
        `${field}.to: there are too many turns until then; ask for a shorter time`,
      );
    }
    if (holdsShift(schedule, { level, user, span })) return;
    const who = user === asker ? 'you are' : 'they are';
    throw new InputError(
      `${field}: ${who} not on call on "${level}" in all of that time`,
    );
  };
  check('mine', asker, asked.mine);
  if (asked.kind === 'swap') check('theirs', asked.of, asked.theirs);
}

function refuseSpan(field: string, { from, to }: ShiftSpan, now: Date): void {
  if (Date.parse(from) <= now.getTime()) {
    throw new InputError(
      `${field}.from: it has begun; ask for a later part, or hand it over at once by an override`,
    );
  }
  if (Date.parse(to) - Date.parse(from) > mostDays * day) {
    throw new InputError(
      `${field}.to: must be at most ${mostDays} days after from`,
    );
  }
}

function whomOf(
  schedule: ScheduleDefinition,
  { of, mine }: AskForShift,
  asker: string,
): Pick<KeptRequest, 'everybody' | 'asked'> {
  if (of) return { everybody: false, asked: [of] };
  const members = membersOf(schedule, new Date(mine.from));
  const others = members.filter(ref => ref !== asker);
  if (others.length === 0) {
    throw new InputError(
      'of: nobody else has turns in this schedule; say who is asked',
    );
  }
  if (others.length > mostAsked) {
    throw new InputError(
      `of: the schedule has ${others.length} others, and at most ${mostAsked} are asked at once; say who is asked`,
    );
  }
  return { everybody: true, asked: others };
}

function firstOf(asked: AskForShift): string {
  const { mine } = asked;
  if (asked.kind === 'take' || mine.from < asked.theirs.from) return mine.from;
  return asked.theirs.from;
}
