import { isSame, type ScheduleDraft } from './draftSchedule';

const prefix = 'incidents.schedule-draft.';

type Kept = { start: ScheduleDraft; draft: ScheduleDraft };

/** What was written and not saved, in this tab of the browser; nothing when the schedule has become another one since. */
export function keptDraft(
  place: string,
  start: ScheduleDraft,
): ScheduleDraft | undefined {
  try {
    const text = window.sessionStorage.getItem(prefix + place);
    const kept: Kept | undefined = text ? JSON.parse(text) : undefined;
    return kept && isSame(kept.start, start) ? kept.draft : undefined;
  } catch {
    // There is no storage, or it holds something else: then nothing was kept.
    return undefined;
  }
}

/** Keeps it until it is saved, or forgets it. */
export function keepDraft(place: string, kept: Kept | undefined): void {
  try {
    if (kept)
      window.sessionStorage.setItem(prefix + place, JSON.stringify(kept));
    else window.sessionStorage.removeItem(prefix + place);
  } catch {
    // Without storage the question before leaving is all there is.
  }
}
