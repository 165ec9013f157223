import {
  isOpenStatus,
  type EntitySummary,
  type IncidentStatus,
} from 'backstage-plugin-incidents-common';

/** A stretch of time, in milliseconds; `to` is not part of it. */
export type Range = { from: number; to: number };

/** A row of the history table. */
export type HistoryRow = {
  key: string;
  title: string;
  severity: string;
  rank: number;
  status: IncidentStatus;
  declaredAt: string;
  /** Absent while it is open. */
  resolvedAt?: string;
  open: boolean;
  entityRefs: string[];
};

export type HistoryView = {
  rows: HistoryRow[];
  /** How many there are without the range. */
  total: number;
  /** True when the answer covers several entities, so that the table says which one. */
  showsParts: boolean;
};

/**
 * Everything the summary knows of, once each: open ones first, then the newest. With a range only what was going on
 * in it.
 */
export function describeHistory(
  summary: Pick<
    EntitySummary,
    'open' | 'recent' | 'strip' | 'covers' | 'days' | 'incidentsIn90Days'
  >,
  range: Range | undefined,
  now: Date,
): HistoryView {
  const byKey = new Map<string, HistoryRow>();
  for (const item of [...summary.strip, ...summary.recent, ...summary.open]) {
    byKey.set(item.key, rowOf(item));
  }
  const rows = [...byKey.values()].sort(
    (a, b) =>
      Number(b.open) - Number(a.open) ||
      b.declaredAt.localeCompare(a.declaredAt),
  );
  return {
    rows: range ? rows.filter(row => overlaps(row, range, now)) : rows,
    // With days it does not know of each.
    total: summary.days
      ? Math.max(rows.length, summary.incidentsIn90Days)
      : rows.length,
    showsParts: summary.covers > 1,
  };
}

function rowOf(item: EntitySummary['strip'][number]): HistoryRow {
  const { key, title, severity, status, declaredAt, entityRefs } = item;
  return {
    key,
    title,
    severity,
    rank: item.severityRank,
    status,
    declaredAt,
    ...(item.resolvedAt && { resolvedAt: item.resolvedAt }),
    open: isOpenStatus(status),
    entityRefs,
  };
}

/** True when an incident was going on at some time of the range. */
export function overlaps(
  row: Pick<HistoryRow, 'declaredAt' | 'resolvedAt' | 'open'>,
  range: Range,
  now: Date,
): boolean {
  const start = Date.parse(row.declaredAt);
  return start < range.to && endOf(row, now) >= range.from;
}

/**
 * The present of an answer: what the browser last knew may be older than what the answer tells about, and an incident
 * would lie in the future.
 */
export function presentOf({ at }: Pick<EntitySummary, 'at'>, now: Date): Date {
  return new Date(Math.max(Date.parse(at), now.getTime()));
}

/** When it ended. Dismissed ones have no end of their own: they are a point in time. */
export function endOf(
  row: Pick<HistoryRow, 'declaredAt' | 'resolvedAt' | 'open'>,
  now: Date,
): number {
  if (row.resolvedAt) return Date.parse(row.resolvedAt);
  return row.open ? now.getTime() : Date.parse(row.declaredAt);
}
