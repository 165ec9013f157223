import type { TimelineEntry } from 'backstage-plugin-incidents-common';

/** One line of the timeline: an entry, or a run of repetitions of one alert, or all whom one call reached. */
export type TimelineLine = {
  /** The newest entry of the run; of a call with the people of all. */
  entry: TimelineEntry;
  /** How many entries the line stands for. */
  times: number;
  /** When the run began; the entry's own time for a single one. */
  since: string;
};

/** Folds neighbours that only say that the same alert fires again, or that the same call reached one more. Entries come newest first. */
export function foldTimeline(
  entries: readonly TimelineEntry[],
): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (line && isSameCall(line.entry, entry)) {
      line.entry = withPeopleOf(line.entry, entry);
    } else if (line && continues(line.entry, entry)) {
      line.times += 1;
      line.since = entry.at;
    } else {
      lines.push({ entry, times: 1, since: entry.at });
    }
  }
  return lines;
}

function continues(newer: TimelineEntry, older: TimelineEntry): boolean {
  return isRepetition(newer) && isRepetition(older)
    ? newer.alertId === older.alertId
    : false;
}

function isSameCall(newer: TimelineEntry, older: TimelineEntry): boolean {
  return (
    [newer, older].every(({ kind }) => kind === 'page.sent') &&
    ['target', 'notifier', 'step', 'round'].every(
      name => newer.details[name] === older.details[name],
    )
  );
}

function withPeopleOf(
  newer: TimelineEntry,
  older: TimelineEntry,
): TimelineEntry {
  const people = [older, newer].flatMap(({ details }) => details.people ?? []);
  return { ...newer, details: { ...newer.details, people } };
}

/** A repetition that changed the severity is news of its own. */
function isRepetition(entry: TimelineEntry): boolean {
  return entry.kind === 'alert.repeated' && entry.details.to === undefined;
}
