import type {
  Actor,
  ChangeHandover,
  HandoverDraft,
  HandoverNote,
  HandoverNoteDetail,
  HandoverNotes,
  HandoverNotesQuery,
  HandoverQuery,
  WriteHandover,
} from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Alerts } from '../alerts';
import type { Incidents } from '../incidents';
import type { OnCall } from '../oncall';
import type { Paging } from '../paging';
import type { AccessFilter } from '../platform/access';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { NewId } from '../platform/identity';
import type { Timeline } from '../timeline';
import { draftHandover } from './draftHandover';
import { listNotes, readNote } from './readNotes';
import { changeNote, writeNote } from './writeNote';

export type HandoverDeps = {
  database: Database;
  catalog: Catalog;
  clock: Clock;
  newId: NewId;
  timeline: Timeline;
  alerts: Alerts;
  incidents: Incidents;
  oncall: OnCall;
  paging: Paging;
  /** Where people open the portal. */
  baseUrl: string;
};

/** Who reads a draft, and what else than people they may see. */
export type HandoverReader = {
  actor: Actor;
  incidents: AccessFilter;
  routing: boolean;
};

type By = { actor: Actor };

/** How a shift goes from one person to the next. */
export type Handover = {
  /** @throws NotFoundError when there is no such schedule, or nobody was on call. */
  draft(
    schedule: string,
    query: HandoverQuery,
    reader: HandoverReader,
  ): Promise<HandoverDraft>;
  list(schedule: string, query: HandoverNotesQuery): Promise<HandoverNotes>;
  /** @throws NotFoundError */
  read(schedule: string, id: string): Promise<HandoverNoteDetail>;
  /** @throws NotFoundError; ConflictError when there is a note about the shift. */
  write(schedule: string, written: WriteHandover & By): Promise<HandoverNote>;
  /** @throws NotFoundError; ConflictError when somebody else was faster. */
  change(
    schedule: string,
    changed: ChangeHandover & By & { id: string },
  ): Promise<HandoverNote>;
};

export function createHandover(deps: HandoverDeps): Handover {
  return {
    draft: (schedule, query, reader) =>
      draftHandover(deps, schedule, { ...query, reader }),
    list: (schedule, query) => listNotes(deps, schedule, query),
    read: (schedule, id) => readNote(deps, schedule, id),
    write: (schedule, written) => writeNote(deps, schedule, written),
    change: (schedule, changed) => changeNote(deps, schedule, changed),
  };
}
