import * as incident from './incidentMessages';
import * as list from './listMessages';
import * as paged from './pagedMessages';
import * as timeline from './timelineMessages';

/** The words of the list, the incident page and its timeline. */
export const en = {
  ...list.en,
  ...incident.en,
  ...paged.en,
  ...timeline.en,
} as const;

export const ja: Record<keyof typeof en, string> = {
  ...list.ja,
  ...incident.ja,
  ...paged.ja,
  ...timeline.ja,
};
