import type { Incident, Page } from 'backstage-plugin-incidents-common';
import { byUrgency } from '../service/describeSummary';

export type ActiveView = {
  rows: Incident[];
  /** Open ones that are not shown. */
  more: number;
};

/** What fits on a card without a scroll. */
export const shownIncidents = 8;

/** The open incidents of the portal, most urgent first. */
export function describeActive(page: Page<Incident>): ActiveView {
  const open = byUrgency(page.items);
  const rows = open.slice(0, shownIncidents);
  const resolvedSince = page.items.length - open.length;
  return { rows, more: page.totalItems - resolvedSince - rows.length };
}
