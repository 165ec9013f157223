import {
  alertSorts,
  alertStatuses,
  type AlertQuery,
  type AlertStatus,
  type Triage,
} from 'backstage-plugin-incidents-common';

/** What may have become of an alert, what needs a person first. */
export const alertGroups = [
  'unrouted',
  'incidents',
  'silenced',
  'recorded',
] as const;

export type AlertGroup = (typeof alertGroups)[number];

const outcomesOf: Record<AlertGroup, Triage['outcome'][]> = {
  unrouted: ['unrouted', 'suggested'],
  incidents: ['declared', 'attached'],
  silenced: ['silenced', 'maintenance'],
  recorded: ['recorded'],
};

/** `open` is what is not resolved. */
export const alertStates = ['open', ...alertStatuses, 'any'] as const;

/** Whether they may flap, must or must not. */
export const flappingStates = ['any', 'only', 'none'] as const;

type AlertState = (typeof alertStates)[number];

/** The filters of the stream as they stand in the address. */
export type AlertFilters = {
  show?: AlertGroup;
  q?: string;
  status: AlertState;
  flapping: (typeof flappingStates)[number];
  severity: string[];
  entityRef: string[];
  integration: string[];
  sort: (typeof alertSorts)[number];
  /** Cursors of the pages that led here; the last one is this page's. */
  cursors: string[];
};

export const noAlertFilters: AlertFilters = {
  show: undefined,
  q: undefined,
  status: 'open',
  flapping: 'any',
  severity: [],
  entityRef: [],
  integration: [],
  sort: '-startedAt',
  cursors: [],
};

/** How many rows a page has. */
export const alertsPerPage = 50;

const several = ['severity', 'entityRef', 'integration'] as const;

/** Reads an address. What it does not understand it leaves out, so that an old link still shows something. */
export function alertFiltersFrom(search: URLSearchParams): AlertFilters {
  const known = <T extends string>(all: readonly T[], name: string) =>
    all.find(one => one === search.get(name));
  const list = (name: string) => [
    ...new Set(
      search
        .getAll(name)
        .flatMap(value => value.split(','))
        .map(value => value.trim())
        .filter(Boolean),
    ),
  ];
  return {
    show: known(alertGroups, 'show'),
    q: search.get('q') || undefined,
    status: known(alertStates, 'status') ?? 'open',
    flapping: known(flappingStates, 'flapping') ?? 'any',
    severity: list('severity'),
    entityRef: list('entityRef'),
    integration: list('integration'),
    sort: known(alertSorts, 'sort') ?? '-startedAt',
    cursors: search.getAll('cursor').filter(Boolean),
  };
}

/** Writes an address, without what is the default. */
export function toAlertSearch(filters: Partial<AlertFilters>): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.show) search.set('show', filters.show);
  if (filters.q) search.set('q', filters.q);
  if (filters.status && filters.status !== 'open') {
    search.set('status', filters.status);
  }
  if (filters.flapping && filters.flapping !== 'any') {
    search.set('flapping', filters.flapping);
  }
  for (const name of several) {
    const values = filters[name] ?? [];
    if (values.length) search.set(name, values.join(','));
  }
  if (filters.sort && filters.sort !== '-startedAt') {
    search.set('sort', filters.sort);
  }
  for (const cursor of filters.cursors ?? []) search.append('cursor', cursor);
  return search;
}

/** The question to the backend for one group, without the page. */
export function toAlertQuery(
  filters: AlertFilters,
  group: AlertGroup,
): Partial<AlertQuery> {
  const status = statusesOf(filters.status);
  return {
    outcome: outcomesOf[group],
    ...(filters.q && { q: filters.q }),
    ...(status && { status }),
    ...(filters.flapping !== 'any' && {
      flapping: filters.flapping === 'only',
    }),
    ...Object.fromEntries(
      several
        .filter(name => filters[name].length)
        .map(name => [name, filters[name]]),
    ),
  };
}

/** Whether the stream is narrowed; group, order and page do not count. */
export function isNarrowed(filters: AlertFilters): boolean {
  const { show, sort, cursors, ...narrowing } = filters;
  return toAlertSearch(narrowing).size > 0;
}

function statusesOf(state: AlertState): AlertStatus[] | undefined {
  if (state === 'any') return undefined;
  if (state === 'open') return ['firing', 'acknowledged'];
  return [state];
}
