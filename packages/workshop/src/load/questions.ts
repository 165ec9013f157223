import type {
  AlertQuery,
  IncidentQuery,
  IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { serviceCount } from './notification';

/** How many services a system has. */
export const systemSize = 10;

/** One question of a page; `n` chooses whom it is about. */
export type Question = (api: IncidentsApi, n: number) => Promise<unknown>;

const nth = (n: number) => (n % serviceCount) + 1;
const nthSystem = (n: number) => (n % (serviceCount / systemSize)) + 1;
const service = (n: number) => `component:default/service-${nth(n)}`;
const system = (n: number) => `system:default/system-${nthSystem(n)}`;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString();

const summaryOf =
  (kind: string, nameOf: (n: number) => string): Question =>
  (api, n) =>
    api.getEntitySummary({
      params: { kind, namespace: 'default', name: nameOf(n) },
    });

/** The first page of a list of incidents, or one that follows. */
const incidents =
  (query: (n: number) => Partial<IncidentQuery>, follow = 0): Question =>
  async (api, n) => {
    let page = await api.listIncidents({ query: { limit: 50, ...query(n) } });
    for (let i = 0; i < follow && page.nextCursor; i += 1) {
      page = await api.listIncidents({
        query: { limit: 50, ...query(n), cursor: page.nextCursor },
      });
    }
  };

const alerts =
  (query: (n: number) => Partial<AlertQuery>, follow = 0): Question =>
  async (api, n) => {
    let page = await api.listAlerts({ query: { limit: 50, ...query(n) } });
    for (let i = 0; i < follow && page.nextCursor; i += 1) {
      page = await api.listAlerts({
        query: { limit: 50, ...query(n), cursor: page.nextCursor },
      });
    }
  };

const burning: Partial<AlertQuery> = { status: ['firing', 'acknowledged'] };

/** What the pages ask, all of it equally often: with the filters that they offer, and texts that are found often, once and never. */
export const questions: Record<string, Record<string, Question>> = {
  'service summary': {
    service: summaryOf('component', n => `service-${nth(n)}`),
    another: summaryOf('component', n => `service-${nth(n * 7 + 3)}`),
    system: summaryOf('system', n => `system-${nthSystem(n)}`),
  },
  'incident list': {
    all: incidents(() => ({})),
    'two pages': incidents(() => ({}), 1),
    open: incidents(() => ({ status: ['open'] })),
    'open by severity': incidents(() => ({
      ...{ status: ['open'], sort: 'severity', limit: 8 },
    })),
    resolved: incidents(() => ({ status: ['resolved'] })),
    dismissed: incidents(() => ({ status: ['dismissed'] })),
    'worst level': incidents(() => ({ severity: ['SEV1'] })),
    'two levels': incidents(() => ({ severity: ['SEV3', 'SEV4'] })),
    'no such level': incidents(() => ({ severity: ['P0'] })),
    service: incidents(n => ({ entityRef: [service(n)] })),
    'service, two pages': incidents(n => ({ entityRef: [service(n)] }), 1),
    'open of service': incidents(n => ({
      ...{ entityRef: [service(n)], status: ['open'], limit: 5 },
    })),
    'level of service': incidents(n => ({
      ...{ entityRef: [service(n)], severity: ['SEV2'] },
    })),
    system: incidents(n => ({ entityRef: [system(n)] })),
    'system, two pages': incidents(n => ({ entityRef: [system(n)] }), 1),
    'level of system': incidents(n => ({
      ...{ entityRef: [system(n)], severity: ['SEV1'] },
    })),
    'week of service': incidents(n => ({
      ...{ entityRef: [service(n)], from: daysAgo(40), to: daysAgo(33) },
    })),
    week: incidents(() => ({ from: daysAgo(40), to: daysAgo(33) })),
    month: incidents(() => ({ from: daysAgo(30) })),
    integration: incidents(() => ({ integration: ['grafana'] })),
    'quiet integration': incidents(() => ({ integration: ['pingdom'] })),
    newest: incidents(() => ({ sort: '-declaredAt' })),
    oldest: incidents(() => ({ sort: 'declaredAt' })),
    'by severity': incidents(() => ({ sort: 'severity' })),
    'changed last': incidents(() => ({ sort: '-updatedAt' })),
    'text, often': incidents(() => ({ q: 'slow' })),
    'text, of one service': incidents(n => ({ q: `service-${nth(n)} was` })),
    'text, key': incidents(n => ({ q: `INC-${(n % 900) + 1}` })),
    'text, never': incidents(() => ({ q: 'nothing like this' })),
  },
  'alert list': {
    'count of nobody’s': alerts(() => ({
      ...{ ...burning, outcome: ['unrouted'], limit: 1 },
    })),
    'count of incidents': alerts(() => ({
      ...{ ...burning, outcome: ['declared', 'attached'], limit: 1 },
    })),
    'count of silenced': alerts(() => ({
      ...{ ...burning, outcome: ['silenced'], limit: 1 },
    })),
    'burning of incidents': alerts(() => ({
      ...{ ...burning, outcome: ['declared', 'attached'] },
    })),
    all: alerts(() => ({})),
    'two pages': alerts(() => ({}), 1),
    'of incidents': alerts(() => ({ outcome: ['declared', 'attached'] })),
    recorded: alerts(() => ({ outcome: ['recorded'] })),
    'nobody’s': alerts(() => ({ outcome: ['unrouted'] })),
    resolved: alerts(() => ({ status: ['resolved'] })),
    'worst level': alerts(() => ({ severity: ['SEV1'] })),
    'no such level': alerts(() => ({ severity: ['P0'] })),
    service: alerts(n => ({ entityRef: [service(n)] })),
    'service, two pages': alerts(n => ({ entityRef: [service(n)] }), 1),
    'level of service': alerts(n => ({
      ...{ entityRef: [service(n)], severity: ['SEV1'] },
    })),
    system: alerts(n => ({ entityRef: [system(n)] })),
    integration: alerts(() => ({ integration: ['grafana'] })),
    'quiet integration': alerts(() => ({ integration: ['pingdom'] })),
    oldest: alerts(() => ({ sort: 'startedAt' })),
    'fired last': alerts(() => ({ sort: '-lastFiredAt' })),
    'burning, fired last': alerts(() => ({
      ...{ ...burning, sort: '-lastFiredAt' },
    })),
    'of incident': alerts(n => ({
      ...{ incident: `INC-${(n % 900) + 1}`, limit: 100 },
    })),
    week: alerts(() => ({ from: daysAgo(40), to: daysAgo(33) })),
    'text, often': alerts(() => ({ q: 'is slow' })),
    'text, of one service': alerts(n => ({ q: `service-${nth(n)} is` })),
    'text, never': alerts(() => ({ q: 'nothing like this' })),
  },
};
