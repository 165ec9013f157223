export {
  endingKinds,
  handoverLimits,
  type ChangeHandover,
  type HandoverDraft,
  type HandoverEnding,
  type HandoverIncident,
  type HandoverNote,
  type HandoverNoteDetail,
  type HandoverNotes,
  type HandoverNotesQuery,
  type HandoverPage,
  type HandoverQuery,
  type HandoverShift,
  type WriteHandover,
} from './schemas';
export {
  handoverMarkdown,
  handoverWords,
  type HandoverWords,
} from './handoverMarkdown';
