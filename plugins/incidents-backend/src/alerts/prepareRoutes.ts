import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Severities } from '../severity';
import type { RuleBook } from './routingRules';
import {
  routeLater,
  routeSignal,
  type Route,
  type RouteMap,
} from './rules/routeSignal';
import { indexSelectors, type SelectorIndex } from './rules/selectors';
import type { Integration } from './settings';

/** Where signals go, by one picture of the catalog. */
export type Routes = {
  /** Absent while the catalog has never answered. */
  index: CatalogIndex | undefined;
  of(
    integration: Pick<Integration, 'id' | 'entityRef'>,
    signal: AlertSignal,
  ): Route;
};

export type RouteDeps = {
  catalog: Catalog;
  severities: Severities;
  nameLabels: string[];
  rules: Pick<RuleBook, 'current'>;
};

type Delivered = { integration: Integration; signals: AlertSignal[] };

const selectorsOf = new WeakMap<CatalogIndex, SelectorIndex>();

/**
 * Reads the catalog before the transaction begins, and once more when something would stay unrouted: the entity may be new. A
 * catalog that is away never stops an alert.
 */
export async function prepareRoutes(
  deps: RouteDeps,
  deliveries: Delivered[],
): Promise<Routes> {
  const index = await deps.catalog.index().catch(() => undefined);
  if (!index) return { index, of: routeLater };
  const ways = {
    nameLabels: deps.nameLabels,
    severityLabels: deps.severities.labels,
    rules: await deps.rules.current(),
  };
  const routes = routesBy(index, ways);
  const misses = deliveries.some(({ integration, signals }) =>
    signals.some(
      signal =>
        signal.status === 'firing' && !routes.of(integration, signal).entityRef,
    ),
  );
  if (!misses) return routes;
  const latest = await deps.catalog.latest().catch(() => index);
  return latest === index ? routes : routesBy(latest, ways);
}

function routesBy(
  index: CatalogIndex,
  ways: Pick<RouteMap, 'nameLabels' | 'severityLabels' | 'rules'>,
): Routes {
  const selectors = selectorsOf.get(index) ?? indexSelectors(index);
  selectorsOf.set(index, selectors);
  const known = new Map<AlertSignal, Route>();
  return {
    index,
    of(integration, signal) {
      const route =
        known.get(signal) ??
        routeSignal(signal, {
          ...{ index, selectors, ...ways },
          integration: integration.id,
          fallbackRef: integration.entityRef,
        });
      known.set(signal, route);
      return route;
    },
  };
}
