import type {
  Actor,
  AmendSchedule,
  ArchiveSchedule,
  ChangeSchedule,
  ImportedSchedules,
  ImportSchedules,
  PersonShifts,
  ScheduleDefinition,
  ScheduleDetail,
  ScheduleFile,
  SchedulePage,
  SchedulePreview,
  ScheduleQuery,
  ScheduleReceipt,
  ShiftsQuery,
  SwapShifts,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import type { AbsenceBook } from './absenceBook';
import { amendShifts, concernedBy, withdrawShifts } from './amendShifts';
import { createAnswerNow } from './answerNow';
import { importSchedules } from './importSchedules';
import { findSchedule, listSchedules, readSchedule } from './readSchedules';
import { readPersonShifts, readScheduleShifts } from './readShifts';
import { layDuty, type AskedDuty, type Duty } from './layDuty';
import type { Concerned } from './rules/isOwn';
import { toYaml } from './scheduleFile';
import {
  changeSchedule,
  createSchedule,
  moveSchedule,
  type ScheduleDeps,
} from './writeSchedule';

type Sight = { people: boolean };
type By = { actor: Actor };

/**
 * The schedules that people keep. What is not there is a NotFoundError, what makes no sense an InputError that names the field, and
 * what somebody else was faster with a ConflictError.
 */
export type ScheduleBook = {
  list(query: ScheduleQuery, sight: Sight): Promise<SchedulePage>;
  read(name: string, can: ScheduleDetail['can']): Promise<ScheduleDetail>;
  /** Which version it is; whether there is one at all. @throws NotFoundError */
  version(name: string): Promise<number>;
  create(definition: ScheduleDefinition, by: By): Promise<ScheduleReceipt>;
  change(name: string, asked: ChangeSchedule & By): Promise<ScheduleReceipt>;
  archive(name: string, asked: ArchiveSchedule & By): Promise<ScheduleReceipt>;
  restore(name: string, asked: ArchiveSchedule & By): Promise<ScheduleReceipt>;
  shifts(name: string, query: ShiftsQuery): Promise<SchedulePreview>;
  /**
   * Who was on call by all schedules, or by one, without the reasons. @throws NotFoundError; InputError when it is too much at once.
   */
  duty(asked: AskedDuty): Promise<Duty>;
  /** Of one person, over all schedules. */
  shiftsOf(
    query: ShiftsQuery & { user: string },
    sight: Sight,
  ): Promise<PersonShifts>;
  amend(
    name: string,
    asked: { asked: AmendSchedule | SwapShifts } & By,
  ): Promise<ScheduleReceipt>;
  /** Whom an exception concerns. */
  concerned(name: string, id: string): Promise<Concerned>;
  withdraw(name: string, asked: { id: string } & By): Promise<ScheduleReceipt>;
  file(name: string): Promise<ScheduleFile>;
  importFile(asked: ImportSchedules & By): Promise<ImportedSchedules>;
};

export function createScheduleBook(
  deps: ScheduleDeps & { catalog: Catalog; absences: AbsenceBook },
): ScheduleBook {
  const answerNow = createAnswerNow();
  return {
    list: (query, sight) => listSchedules({ ...deps, answerNow }, query, sight),
    read: (name, can) => readSchedule(deps, name, can),
    async version(name) {
      return (await findSchedule(deps, name)).version;
    },
    create: (definition, { actor }) => createSchedule(deps, definition, actor),
    change: (name, asked) => changeSchedule(deps, name, asked),
    archive: (name, asked) =>
      moveSchedule(deps, name, { ...asked, to: 'archive' }),
    restore: (name, asked) => moveSchedule(deps, name, { ...asked, to: 'use' }),
    shifts: (name, query) => readScheduleShifts(deps, name, query),
    duty: asked => layDuty(deps, asked),
    shiftsOf: (query, sight) => readPersonShifts(deps, query, sight),
    amend: (name, asked) => amendShifts(deps, name, asked),
    async concerned(name, id) {
      return concernedBy((await findSchedule(deps, name)).definition, id);
    },
    withdraw: (name, asked) => withdrawShifts(deps, name, asked),
    async file(name) {
      const { definition, version } = await findSchedule(deps, name);
      return { name, version, yaml: toYaml(definition) };
    },
    importFile: asked => importSchedules(deps, asked),
  };
}
