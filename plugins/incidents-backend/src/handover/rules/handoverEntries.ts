import type { Actor, HandoverNote } from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';

/** What the timeline tells of a note: which shift it is about, not what it says. */
export function handoverEntry(note: HandoverNote, actor: Actor): EntryDraft {
  const { id, schedule, version, shift } = note;
  const isNew = version === 1;
  const what = isNew ? 'was written' : `was changed to version ${version}`;
  return {
    ...{ kind: isNew ? 'handover.written' : 'handover.changed', actor },
    text: `The hand-over of ${shift.levelName} of “${schedule}” until ${shift.to} ${what}`,
    details: { id, schedule, version, level: shift.levelName, to: shift.to },
  };
}
