import { ConflictError } from '@backstage/errors';
import type {
  Actor,
  ChangeHandover,
  HandoverNote,
  WriteHandover,
} from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { findShift } from './findShift';
import type { HandoverDeps } from './index';
import { noteStore } from './noteStore';
import { noNote } from './readNotes';
import { toHandoverShift } from './rules/chooseShift';
import { handoverEntry } from './rules/handoverEntries';

/** @throws NotFoundError; ConflictError when there is a note about the shift. */
export async function writeNote(
  deps: HandoverDeps,
  schedule: string,
  { at, text, actor }: WriteHandover & { actor: Actor },
): Promise<HandoverNote> {
  const found = await findShift(deps, schedule, {
    ...{ at: new Date(at), reader: actor.ref },
  });
  const { level, person, from } = found.shift;
  // Where a draft cut it is no part of what is kept.
  const { startsEarlier, endsLater, ...shift } = toHandoverShift(found.shift);
  return deps.database.write(async tx => {
    const about = { schedule, level, person: person.ref, from };
    const before = await noteStore.find(tx, about);
    if (before) {
      throw new ConflictError(
        `There is a note about the shift of ${person.displayName} until ${shift.to}: version ${before.version} of ${before.updatedBy.ref}; read it and change it`,
      );
    }
    const now = deps.clock.now().toISOString();
    return keep(deps, tx, {
      ...{ id: deps.newId(), schedule, shift, text, version: 1 },
      ...{ createdAt: now, createdBy: actor },
      ...{ updatedAt: now, updatedBy: actor },
    });
  });
}

/** @throws NotFoundError; ConflictError when somebody else was faster. */
export async function changeNote(
  deps: HandoverDeps,
  schedule: string,
  changed: ChangeHandover & { actor: Actor; id: string },
): Promise<HandoverNote> {
  const { id, version, text, actor } = changed;
  return deps.database.write(async tx => {
    const before = await noteStore.hold(tx, schedule, id);
    if (!before) throw noNote(schedule, id);
    if (before.version !== version) {
      throw new ConflictError(
        `version: ${before.updatedBy.ref} changed the note at ${before.updatedAt}, and it is version ${before.version} now, not ${version}; read it again`,
      );
    }
    return keep(deps, tx, {
      ...{ ...before, text, version: version + 1 },
      ...{ updatedAt: deps.clock.now().toISOString(), updatedBy: actor },
    });
  });
}

async function keep(
  { timeline }: HandoverDeps,
  tx: Tx,
  note: HandoverNote,
): Promise<HandoverNote> {
  const entry = handoverEntry(note, note.updatedBy);
  const at = new Date(note.updatedAt);
  await timeline.record(tx, [entry], at, noteStore.toWrite(note));
  return note;
}
