import {
  incidentSorts,
  incidentStatuses,
  type IncidentQuery,
} from 'backstage-plugin-incidents-common';

type Sort = (typeof incidentSorts)[number];
type Status = (typeof incidentStatuses)[number] | 'open';

/** The filters of the list as they stand in the address. */
export type Filters = {
  q?: string;
  status: Status[];
  severity: string[];
  entityRef: string[];
  integration: string[];
  from?: string;
  to?: string;
  sort: Sort;
  /** Cursors of the pages that led here; the last one is this page's. */
  cursors: string[];
};

/** Names what may be absent too, so that spreading it over other filters takes them all back. */
export const noFilters: Filters = {
  q: undefined,
  from: undefined,
  to: undefined,
  status: [],
  severity: [],
  entityRef: [],
  integration: [],
  sort: 'openFirst',
  cursors: [],
};

/** How many rows a page has. */
export const pageSize = 50;

/** Reads an address. What it does not understand it leaves out, so that an old link still shows something. */
export function filtersFrom(search: URLSearchParams): Filters {
  const known: readonly string[] = [...incidentStatuses, 'open'];
  const sort = search.get('sort') as Sort;
  return {
    q: search.get('q') || undefined,
    status: severalFrom(search, 'status').filter(status =>
      known.includes(status),
    ) as Status[],
    severity: severalFrom(search, 'severity'),
    entityRef: severalFrom(search, 'entityRef'),
    integration: severalFrom(search, 'integration'),
    from: instantFrom(search.get('from')),
    to: instantFrom(search.get('to')),
    sort: incidentSorts.includes(sort) ? sort : 'openFirst',
    cursors: search.getAll('cursor').filter(Boolean),
  };
}

/** Writes an address, without what is the default. */
export function toSearch(filters: Partial<Filters>): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.q) search.set('q', filters.q);
  for (const name of [
    'status',
    'severity',
    'entityRef',
    'integration',
  ] as const) {
    const values = filters[name] ?? [];
    if (values.length) search.set(name, values.join(','));
  }
  if (filters.from) search.set('from', filters.from);
  if (filters.to) search.set('to', filters.to);
  if (filters.sort && filters.sort !== 'openFirst') {
    search.set('sort', filters.sort);
  }
  for (const cursor of filters.cursors ?? []) search.append('cursor', cursor);
  return search;
}

/** The question to the backend. */
export function toQuery(
  filters: Filters,
): Partial<IncidentQuery> & { limit: number } {
  const { cursors, sort, ...rest } = filters;
  const cursor = cursors.at(-1);
  return {
    ...Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value && value.length > 0),
    ),
    sort,
    limit: pageSize,
    ...(cursor && { cursor }),
  };
}

/** Whether the list is narrowed; order and page do not count. */
export function isFiltered(filters: Filters): boolean {
  const { sort, cursors, ...narrowing } = filters;
  return toSearch(narrowing).size > 0;
}

function severalFrom(search: URLSearchParams, name: string): string[] {
  const values = search.getAll(name).flatMap(value => value.split(','));
  return [...new Set(values.map(value => value.trim()).filter(Boolean))];
}

function instantFrom(text: string | null): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
