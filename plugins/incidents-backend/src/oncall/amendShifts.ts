import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  AmendSchedule,
  ScheduleDefinition,
  ScheduleReceipt,
  SwapShifts,
} from 'backstage-plugin-incidents-common';
import { zoneOf } from '../platform/calendar/zone';
import type { Tx } from '../platform/database';
import { forgetOld } from './rules/forgetOld';
import type { Concerned } from './rules/isOwn';
import {
  amendSchedule,
  stateAt,
  withdrawAmendment,
  type Amendments,
} from './rules/schedule/editSchedule';
import { instantOf } from './rules/schedule/stints';
import { amendmentWords } from './rules/scheduleEntries';
import type { KeptSchedule } from './scheduleStore';
import {
  holdSchedule,
  keep,
  receiptOf,
  type ScheduleDeps,
} from './writeSchedule';

type Asked = AmendSchedule | SwapShifts;

/**
 * An exception from the rotations, from now on or later.
 *
 * @throws NotFoundError; ConflictError when the schedule is another version, or in the archive; InputError.
 */
export async function amendShifts(
  deps: ScheduleDeps,
  name: string,
  { asked, actor }: { asked: Asked; actor: Actor },
): Promise<ScheduleReceipt> {
  return deps.database.write(async tx => {
    const { after, id } = await amendWithin(deps, tx, name, { asked, actor });
    return { ...receiptOf(after), id };
  });
}

/** As {@link amendShifts}, with something else in one transaction. */
export async function amendWithin(
  deps: ScheduleDeps,
  tx: Tx,
  name: string,
  { asked, actor }: { asked: Asked; actor: Actor },
): Promise<{ after: KeptSchedule; id: string }> {
  const now = deps.clock.now();
  const kept = await holdSchedule(tx, name, asked.version);
  refuseUnlikely(kept.definition, asked, now);
  const id = deps.newId();
  const listed = listedAs(asked, { id, madeBy: actor.ref.slice(0, 255) });
  const roomy = forgetOld(kept.definition, now);
  const after = await keep(deps, tx, {
    kept,
    definition: amendSchedule(roomy, listed, now),
    happening: {
      ...{ kind: 'schedule.amended', actor, what: amendmentWords(asked) },
      details: { id },
    },
    now,
  });
  return { after, id };
}

/** In which list it belongs, and how it stands there. */
function listedAs(
  { version, ...asked }: Asked,
  by: { id: string; madeBy: string },
): { kind: keyof Amendments; amendment: Amendments[keyof Amendments] } {
  if ('between' in asked) {
    return { kind: 'swaps', amendment: { ...asked, ...by } };
  }
  if (asked.kind === 'shadow') {
    const { kind, ...shadow } = asked;
    return { kind: 'shadows', amendment: { ...shadow, ...by } };
  }
  if (asked.kind === 'absence') {
    const { kind, ...absence } = asked;
    return { kind: 'absences', amendment: { ...absence, ...by } };
  }
  return { kind: 'overrides', amendment: { ...asked, ...by } };
}

/** What would have no effect, so that somebody sleeps who thinks that it has. */
function refuseUnlikely(
  schedule: ScheduleDefinition,
  asked: Asked,
  now: Date,
): void {
  const { timeZone } = stateAt(schedule, now);
  const zone = zoneOf(timeZone);
  const spans =
    'between' in asked
      ? asked.between.map((half, i) => ({ ...half, at: `between.${i}.` }))
      : [{ ...asked, at: '' }];
  const past = spans.find(
    ({ to }) => instantOf(to, zone, 'last') <= now.getTime(),
  );
  if (past) throw new InputError(`${past.at}to: it is over already`);
  const level = 'level' in asked ? asked.level : undefined;
  const starts = spans.map(({ from }) =>
    Math.max(now.getTime(), instantOf(from, zone, 'first')),
  );
  const { levels } = stateAt(schedule, new Date(Math.min(...starts)));
  if (level !== undefined && !levels.some(({ name }) => name === level)) {
    throw new InputError(`level: the schedule has no level "${level}" by then`);
  }
}

/**
 * Takes an exception back from now on. Answers one that was taken back as it is.
 *
 * @throws NotFoundError; ConflictError when the schedule is in the archive.
 */
export async function withdrawShifts(
  deps: ScheduleDeps,
  name: string,
  { id, actor }: { id: string; actor: Actor },
): Promise<ScheduleReceipt> {
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const kept = await holdSchedule(tx, name, undefined);
    const { kind, amendment } = amendmentOf(kept.definition, id);
    if (amendment.withdrawnAt) return { ...receiptOf(kept), id };
    const after = await keep(deps, tx, {
      kept,
      definition: withdrawAmendment(kept.definition, { kind, id }, now),
      happening: {
        ...{ kind: 'schedule.withdrawn', actor, details: { id } },
        what: `has one exception less: ${id} was taken back`,
      },
      now,
    });
    return { ...receiptOf(after), id };
  });
}

/** Whom an exception concerns. @throws NotFoundError */
export function concernedBy(
  schedule: ScheduleDefinition,
  id: string,
): Concerned {
  const { kind, amendment } = amendmentOf(schedule, id);
  if ('between' in amendment) return amendment;
  if ('kind' in amendment) return amendment;
  const { user } = amendment;
  return { kind: kind === 'shadows' ? 'shadow' : 'absence', user };
}

function amendmentOf(schedule: ScheduleDefinition, id: string) {
  const kinds = ['overrides', 'swaps', 'shadows', 'absences'] as const;
  for (const kind of kinds) {
    const amendment = (
      schedule[kind] as Array<Amendments[keyof Amendments]>
    ).find(one => one.id === id);
    if (amendment) return { kind, amendment };
  }
  throw new NotFoundError(
    `There is no override, swap, shadow or absence ${id.slice(0, 100)} in "${
      schedule.name
    }"`,
  );
}
