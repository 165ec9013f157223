import type { TimelineEntry } from 'backstage-plugin-incidents-common';

/** One line of the timeline: an entry, or a run of repetitions of one alert. */
export type TimelineLine = {
  /** The newest entry of the run. */
  entry: TimelineEntry;
  /** How many entries the line stands for. */
  times: number;
  /** When the run began; the entry's own time for a single one. */
  since: string;
};

/** Folds neighbours that only say that the same alert fires again. Entries come newest first. */
export function foldTimeline(
  entries: readonly TimelineEntry[],
): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (line && continues(line.entry, entry)) {
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

/** A repetition that changed the severity is news of its own. */
function isRepetition(entry: TimelineEntry): boolean {
  return entry.kind === 'alert.repeated' && entry.details.to === undefined;
}
