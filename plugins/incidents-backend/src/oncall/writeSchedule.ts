import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  ChangeSchedule,
  ScheduleDefinition,
  ScheduleReceipt,
} from 'backstage-plugin-incidents-common';
import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Database, Tx } from '../platform/database';
import type { NewId } from '../platform/identity';
import { sentence } from '../platform/mount';
import type { Timeline } from '../timeline';
import { editSchedule, stateAt } from './rules/schedule/editSchedule';
import { scheduleEntry, type Happening } from './rules/scheduleEntries';
import { isTooMuch } from './rules/schedule/sizeOf';
import { scheduleStore, type KeptSchedule } from './scheduleStore';

export type ScheduleDeps = {
  database: Database;
  timeline: Timeline;
  clock: Clock;
  newId: NewId;
};

/** All of them are laid by the list. */
const mostSchedules = 5_000;
/** Milliseconds that a schedule must be laid for at once: four weeks. */
const usualWindow = 28 * 24 * 60 * 60 * 1000;

/** @throws ConflictError when the name is taken; InputError when it is too much to be reckoned. */
export async function createSchedule(
  deps: ScheduleDeps,
  definition: ScheduleDefinition,
  actor: Actor,
): Promise<ScheduleReceipt> {
  return deps.database.write(async tx =>
    receiptOf(await addSchedule(deps, tx, { definition, actor })),
  );
}

/** As {@link createSchedule}, with others in one transaction. */
export async function addSchedule(
  { timeline, clock }: ScheduleDeps,
  tx: Tx,
  { definition, actor }: { definition: ScheduleDefinition; actor: Actor },
): Promise<KeptSchedule> {
  const now = clock.now();
  const { name } = definition;
  if (await scheduleStore.find(tx, name)) {
    throw new ConflictError(
      `name: there is a schedule "${name}" already, perhaps in the archive; choose another name`,
    );
  }
  if ((await scheduleStore.count(tx)) >= mostSchedules) {
    throw new ConflictError(
      `There are ${mostSchedules} schedules, and no room for more`,
    );
  }
  refuseTooMuch(definition, now);
  const at = now.toISOString();
  const created: KeptSchedule = {
    ...{ definition, version: 1 },
    ...{ createdAt: at, createdBy: actor, updatedAt: at, updatedBy: actor },
  };
  const what = 'was created';
  const entry = scheduleEntry(definition, {
    ...{ kind: 'schedule.created', actor, what },
  });
  await timeline.record(tx, [entry], now, [scheduleStore.toWrite(created)]);
  return created;
}

/**
 * From an instant on the schedule is something else; what it was before stays.
 *
 * @throws NotFoundError; ConflictError when somebody else was faster; InputError.
 */
export async function changeSchedule(
  deps: ScheduleDeps,
  name: string,
  { actor, ...asked }: ChangeSchedule & { actor: Actor },
): Promise<ScheduleReceipt> {
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const kept = await holdSchedule(tx, name, asked.version);
    const from = asked.from ? new Date(asked.from) : now;
    if (from < now) {
      throw new InputError(
        'from: it has passed, and the past stays as it was; leave it out to change the schedule now',
      );
    }
    const definition = edited(kept.definition, asked, from);
    const what =
      definition.revisions === kept.definition.revisions
        ? 'has a new title'
        : `was changed from ${from.toISOString()} on`;
    return receiptOf(
      await keep(deps, tx, {
        ...{ kept, definition, now },
        happening: { kind: 'schedule.changed', actor, what },
      }),
    );
  });
}

function edited(
  schedule: ScheduleDefinition,
  { title, timeZone, levels }: ChangeSchedule,
  from: Date,
): ScheduleDefinition {
  const titled = title ? { ...schedule, title } : schedule;
  if (!timeZone && !levels) return titled;
  const before = stateAt(schedule, from);
  return editSchedule(
    titled,
    {
      timeZone: timeZone ?? before.timeZone,
      levels: levels ?? before.levels,
    },
    from,
  );
}

/**
 * Into the archive, where nobody is on call by it, or out of it.
 *
 * @throws NotFoundError; ConflictError when somebody else was faster, or it is there already.
 */
export async function moveSchedule(
  deps: ScheduleDeps,
  name: string,
  asked: { to: 'archive' | 'use'; version: number; actor: Actor },
): Promise<ScheduleReceipt> {
  const { to, version, actor } = asked;
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const where = to === 'use' ? 'archive' : 'use';
    const kept = await holdSchedule(tx, name, version, where);
    const { definition } = kept;
    const archivedAt = to === 'archive' ? now.toISOString() : undefined;
    const happening: Happening =
      to === 'archive'
        ? { kind: 'schedule.archived', actor, what: 'was archived' }
        : {
            kind: 'schedule.restored',
            actor,
            what: 'was taken into use again',
          };
    return receiptOf(
      await keep(deps, tx, {
        ...{ kept: { ...kept, archivedAt }, definition, happening, now },
      }),
    );
  });
}

/**
 * Held until `tx` ends.
 *
 * @throws NotFoundError; ConflictError when it is another version, or not where it should be.
 */
export async function holdSchedule(
  tx: Tx,
  name: string,
  version: number | undefined,
  where: 'archive' | 'use' = 'use',
): Promise<KeptSchedule> {
  const kept = await scheduleStore.hold(tx, name);
  if (!kept) throw noSchedule(name);
  if (version !== undefined && kept.version !== version) {
    throw new ConflictError(
      `version: "${name}" was changed at ${kept.updatedAt} and is version ${kept.version} now, not ${version}; read it again`,
    );
  }
  if (Boolean(kept.archivedAt) !== (where === 'archive')) {
    throw new ConflictError(
      kept.archivedAt
        ? `"${name}" is in the archive; take it out first`
        : `"${name}" is not in the archive`,
    );
  }
  return kept;
}

/** What is written when a schedule that is held becomes something else. @throws InputError when it cannot be so. */
export async function keep(
  { timeline }: ScheduleDeps,
  tx: Tx,
  change: {
    kept: KeptSchedule;
    definition: ScheduleDefinition;
    happening: Happening;
    now: Date;
  },
): Promise<KeptSchedule> {
  const { kept, happening, now } = change;
  const parsed = scheduleDefinitionSchema.safeParse(change.definition);
  if (!parsed.success) {
    throw new InputError(`The body is not valid: ${sentence(parsed.error)}`);
  }
  refuseTooMuch(parsed.data, now);
  const after: KeptSchedule = {
    ...kept,
    definition: parsed.data,
    version: kept.version + 1,
    ...{ updatedAt: now.toISOString(), updatedBy: happening.actor },
  };
  await timeline.record(tx, [scheduleEntry(parsed.data, happening)], now, [
    scheduleStore.toWrite(after),
  ]);
  return after;
}

export function receiptOf(kept: KeptSchedule): ScheduleReceipt {
  const { definition, version, updatedAt } = kept;
  return { name: definition.name, version, updatedAt };
}

export function noSchedule(name: string): NotFoundError {
  return new NotFoundError(`There is no schedule "${name.slice(0, 100)}"`);
}

/** Who asks for everybody who is on call must not wait for one that nobody can read. */
function refuseTooMuch(schedule: ScheduleDefinition, now: Date): void {
  const to = new Date(now.getTime() + usualWindow);
  if (isTooMuch(schedule, now, to)) {
    throw new InputError(
      'levels: there are too many turns for so many people and exceptions at once in the next four weeks',
    );
  }
}
