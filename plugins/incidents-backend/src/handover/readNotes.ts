import { NotFoundError } from '@backstage/errors';
import type {
  HandoverNoteDetail,
  HandoverNotes,
  HandoverNotesQuery,
} from 'backstage-plugin-incidents-common';
import type { HandoverDeps } from './index';
import { noteStore } from './noteStore';

type ReadDeps = Pick<HandoverDeps, 'database' | 'oncall'>;

/** @throws NotFoundError */
export async function listNotes(
  { database, oncall }: ReadDeps,
  schedule: string,
  query: HandoverNotesQuery,
): Promise<HandoverNotes> {
  await oncall.schedules.version(schedule);
  return noteStore.list(database.read, schedule, query);
}

/** @throws NotFoundError */
export async function readNote(
  { database }: Pick<ReadDeps, 'database'>,
  schedule: string,
  id: string,
): Promise<HandoverNoteDetail> {
  const note = await noteStore.read(database.read, schedule, id);
  if (!note) throw noNote(schedule, id);
  return note;
}

export function noNote(schedule: string, id: string): NotFoundError {
  return new NotFoundError(
    `There is no note ${id.slice(0, 100)} of the schedule "${schedule.slice(
      0,
      100,
    )}"`,
  );
}
