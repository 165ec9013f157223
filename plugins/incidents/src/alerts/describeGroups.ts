import type { Page } from 'backstage-plugin-incidents-common';
import {
  alertGroups,
  toAlertSearch,
  type AlertFilters,
  type AlertGroup,
} from './describeAlertFilters';

/** How many alerts each group has; nothing while that is not known. */
export type GroupCounts = Partial<Record<AlertGroup, Total>>;

export type Total = Pick<Page<unknown>, 'totalItems' | 'totalIsAtLeast'>;

/** One choice above the stream. */
export type GroupChoice = {
  group: AlertGroup;
  /** Absent while it is not known; `1000+` when nobody counted further. */
  count?: string;
  /** What its address says after the question mark. */
  search: string;
  /** It waits for somebody. */
  isUrgent: boolean;
};

/** The choices above the stream, each with its address under the filters of now. */
export function describeGroups(
  counts: GroupCounts,
  filters: AlertFilters,
): GroupChoice[] {
  return alertGroups.map(group => ({
    group,
    count: countOf(counts[group]),
    search: toAlertSearch({ ...filters, show: group, cursors: [] }).toString(),
    isUrgent: group === 'unrouted' && Boolean(counts.unrouted?.totalItems),
  }));
}

/**
 * Which group a reader sees who asked for none: what needs a person, if anything does. Nothing while that is not known, because
 * a page that changes its mind under the mouse is worse than one that waits.
 */
export function firstGroup(counts: GroupCounts): AlertGroup | undefined {
  if (counts.unrouted === undefined) return undefined;
  return counts.unrouted.totalItems > 0 ? 'unrouted' : 'incidents';
}

function countOf(total: Total | undefined): string | undefined {
  return total && `${total.totalItems}${total.totalIsAtLeast ? '+' : ''}`;
}
