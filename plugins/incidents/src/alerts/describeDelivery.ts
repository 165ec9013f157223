import {
  alertOutcomes,
  type DeliveryOutcomes,
  type DeliveryQuery,
  type Page,
  type ReplayDeliveries,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import type { Words } from '../translation';

/** What the list is narrowed to, as it stands in the address. */
export type DeliveryFilters = {
  integration: string[];
  from?: string;
  to?: string;
  /** The alert whose delivery is asked for. */
  alert?: string;
  /** Cursors of the pages that led here; the last one is this page's. */
  cursors: string[];
};

export const noDeliveryFilters: DeliveryFilters = {
  integration: [],
  cursors: [],
};

/** How many rows a page has. */
const perPage = 50;

/** Reads an address. What it does not understand it leaves out. */
export function deliveryFiltersFrom(search: URLSearchParams): DeliveryFilters {
  const instant = (name: string) => {
    const at = DateTime.fromISO(search.get(name) ?? '');
    return at.isValid ? at.toUTC().toISO()! : undefined;
  };
  const alert = search.get('alert') || undefined;
  return {
    integration: search.getAll('integration').filter(Boolean),
    ...(instant('from') && { from: instant('from') }),
    ...(instant('to') && { to: instant('to') }),
    ...(alert && { alert }),
    cursors: search.getAll('cursor').filter(Boolean),
  };
}

export function toDeliverySearch(filters: DeliveryFilters): URLSearchParams {
  const { integration, from, to, alert, cursors } = filters;
  const search = new URLSearchParams();
  for (const one of integration) search.append('integration', one);
  for (const [name, value] of Object.entries({ from, to, alert })) {
    if (value) search.set(name, value);
  }
  for (const cursor of cursors) search.append('cursor', cursor);
  return search;
}

/** The question to the backend. */
export function toDeliveryQuery(
  filters: DeliveryFilters,
): Partial<DeliveryQuery> {
  const { integration, cursors, ...rest } = filters;
  const cursor = cursors.at(-1);
  return {
    ...rest,
    limit: perPage,
    ...(integration.length > 0 && { integration }),
    ...(cursor && { cursor }),
  };
}

export function isNarrowedTo(filters: DeliveryFilters): boolean {
  return toDeliverySearch({ ...filters, cursors: [] }).size > 0;
}

/** What a replay of all that is listed would be asked for, if that is one integration and a time. */
export function replayOf(
  filters: DeliveryFilters,
  now: Date,
): ReplayDeliveries | undefined {
  const { integration, from, to = now.toISOString(), alert } = filters;
  if (integration.length !== 1 || !from || alert) return undefined;
  return { integration: integration[0], from, to, preview: true };
}

/** What the list is called, and how many are in it. */
export function describeTotal(
  total: Pick<Page<unknown>, 'totalItems' | 'totalIsAtLeast'> | undefined,
  t: Words,
): string {
  if (!total) return t('deliveries.title');
  return total.totalIsAtLeast
    ? t('deliveries.countAtLeast', { total: String(total.totalItems) })
    : t('deliveries.count', { count: total.totalItems });
}

/** What became of a delivery, in the order of how much it matters. */
export function describeOutcomes(became: DeliveryOutcomes, t: Words): string {
  const parts = alertOutcomes.flatMap(outcome => {
    const count = became[outcome];
    return count ? [t(`deliveries.became.${outcome}`, { count })] : [];
  });
  return parts.join(', ') || t('deliveries.became.nothing');
}

/** Characters of a body that are drawn: more would freeze the page. */
const longest = 100_000;

/** A body as people read it: JSON with its lines broken, anything else as it came. */
export function describeBody(body: string): { text: string; isCut: boolean } {
  const text = pretty(body);
  return { text: text.slice(0, longest), isCut: text.length > longest };
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** As a field for date and time holds it, in the reader's zone. */
export function toField(instant: string | undefined): string {
  return instant
    ? DateTime.fromISO(instant).toFormat("yyyy-MM-dd'T'HH:mm")
    : '';
}

export function fromField(text: string): string | undefined {
  const at = DateTime.fromISO(text);
  return at.isValid ? at.toUTC().toISO()! : undefined;
}
