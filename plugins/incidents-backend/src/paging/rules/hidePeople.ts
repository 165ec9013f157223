import type {
  TimelineEntry,
  TimelineKind,
} from 'backstage-plugin-incidents-common';

/** What is said of pages to those who may not see who is on call. */
const withoutNames: Partial<Record<TimelineKind, string>> = {
  'page.step': 'People who are on call are called',
  'page.gap': 'Nobody is there to be called, or not everybody can be',
  'page.sent': 'Somebody who is on call was told',
  'page.failed': 'Somebody who is on call could not be told',
  'page.asked': 'Somebody else is called too',
  'page.reopened': 'Nothing was heard any more: people are called again',
};

/** An entry as it is shown to those who may not see who is on call. */
export function hidePeople(entry: TimelineEntry): TimelineEntry {
  const text = withoutNames[entry.kind];
  if (!text) return entry;
  const { people, reason, ref, ...details } = entry.details;
  return { ...entry, text, details: { ...details, hidden: true } };
}
