import type {
  Actor,
  ImportedSchedules,
  ImportSchedules,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { planImport } from './rules/planImport';
import { fromYaml } from './scheduleFile';
import { scheduleStore } from './scheduleStore';
import {
  addSchedule,
  holdSchedule,
  keep,
  type ScheduleDeps,
} from './writeSchedule';

type Imported = ImportedSchedules['schedules'][number];

/** Nothing but a way out of the transaction, so that a dry run goes the same way as an import. */
class OnlyLooked extends Error {
  constructor(readonly schedules: Imported[]) {
    super('Nothing is to be written');
  }
}

/**
 * Creates and changes schedules by a file: all of them, or none when one cannot be. A dry run goes all the way, and then nothing of it is
 * kept.
 *
 * @throws InputError that names the field; ConflictError for a schedule that is in the archive.
 */
export async function importSchedules(
  deps: ScheduleDeps,
  { yaml, dryRun, actor }: ImportSchedules & { actor: Actor },
): Promise<ImportedSchedules> {
  const files = fromYaml(yaml);
  try {
    const schedules = await deps.database.write(async tx => {
      const imported: Imported[] = [];
      for (const file of files) {
        imported.push(await importOne(deps, tx, { file, actor }));
      }
      if (dryRun) throw new OnlyLooked(imported);
      return imported;
    });
    return { dryRun, schedules };
  } catch (error) {
    if (!(error instanceof OnlyLooked)) throw error;
    return { dryRun, schedules: error.schedules.map(asBefore) };
  }
}

async function importOne(
  deps: ScheduleDeps,
  tx: Tx,
  { file, actor }: { file: ScheduleDefinition; actor: Actor },
): Promise<Imported> {
  const { name } = file;
  if (!(await scheduleStore.find(tx, name))) {
    const { version } = await addSchedule(deps, tx, {
      definition: file,
      actor,
    });
    const levels = file.levels.map(level => level.name).join(', ');
    const changes = [`The schedule “${file.title}” is new, with ${levels}.`];
    return { name, outcome: 'created', changes, version };
  }
  const kept = await holdSchedule(tx, name, undefined);
  const now = deps.clock.now();
  const { definition, changes } = planImport(kept.definition, file, now);
  if (changes.length === 0) {
    return { name, outcome: 'unchanged', changes, version: kept.version };
  }
  const what = `was imported: ${changes.join(' ')}`;
  const { version } = await keep(deps, tx, {
    ...{ kept, definition, now },
    happening: { kind: 'schedule.changed', actor, what },
  });
  return { name, outcome: 'changed', changes, version };
}

/** The version that is there, not the one that would be. */
function asBefore({ version = 1, ...imported }: Imported): Imported {
  const { outcome } = imported;
  if (outcome === 'created') return imported;
  return {
    ...imported,
    version: outcome === 'changed' ? version - 1 : version,
  };
}
