import type {
  Actor,
  AskForShift,
  ShiftRequest,
  ShiftRequestQuery,
  ShiftRequests,
} from 'backstage-plugin-incidents-common';
import { answerShiftRequest } from './answerShiftRequest';
import { askForShift } from './askForShift';
import { expireRequests } from './expireRequests';
import { listRequests } from './readRequests';
import type { ReadDeps } from './readSchedules';
import type { RequestDeed } from './rules/answerRequest';
import type { ScheduleDeps } from './writeSchedule';

export type RequestDeps = ScheduleDeps & ReadDeps;

/** Who asks, and whether they may see people. */
export type Reader = { actor: Actor; people: boolean };

/**
 * What people ask each other about shifts. What is not there is a NotFoundError, what makes no sense an InputError that names the
 * field, what is over a ConflictError that says what became of it.
 */
export type ShiftRequestBook = {
  list(query: ShiftRequestQuery, reader: Reader): Promise<ShiftRequests>;
  ask(
    name: string,
    asked: { asked: AskForShift; reader: Reader },
  ): Promise<ShiftRequest>;
  answer(
    id: string,
    answer: { deed: RequestDeed; reader: Reader },
  ): Promise<ShiftRequest>;
  /** Ends those whose first shift has begun; answers how many. */
  expire(): Promise<number>;
};

export function createShiftRequestBook(deps: RequestDeps): ShiftRequestBook {
  return {
    list: (query, reader) => listRequests(deps, query, reader),
    ask: (name, asked) => askForShift(deps, name, asked),
    answer: (id, answer) => answerShiftRequest(deps, id, answer),
    expire: () => expireRequests(deps),
  };
}
