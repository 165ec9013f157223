import * as incident from './incidentMessages';
import * as list from './listMessages';
import * as timeline from './timelineMessages';

/** The words of the list, the incident page and its timeline. */
export const en = { ...list.en, ...incident.en, ...timeline.en } as const;

export const ja: Record<keyof typeof en, string> = {
  ...list.ja,
  ...incident.ja,
  ...timeline.ja,
};
