import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Routing, RoutingRule } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';
import { inWords, matchesAll } from './matchers';
import { matchSelectors, type SelectorIndex } from './selectors';
import { severityWord } from './severityWord';

export type Route = { entityRef?: string; routing: Routing };

/** What routing looks at besides the signal. */
export type RouteMap = {
  index: CatalogIndex;
  selectors: SelectorIndex;
  /** Labels whose value may be the name of an entity, in order. */
  nameLabels: string[];
  /** In the order in which they are asked. */
  rules: RoutingRule[];
  /** The id of the integration, and the labels that carry the monitor's word for how bad it is: rules may ask for them. */
  integration: string;
  severityLabels: string[];
  /** The entity of last resort, from the integration. */
  fallbackRef?: string;
};

const refLabels = ['backstage_entity', 'entity_ref'];
/** Kinds that alerts are about, the likeliest first. */
export const kinds = ['component', 'api', 'resource', 'system'];

type Step = (signal: AlertSignal, map: RouteMap) => Route | string;

const steps: Step[] = [byRef, bySelector, byName, byRule, byIntegration];

/**
 * Finds the entity of an alert; when there is none, the reason tells what each step looked for.
 */
export function routeSignal(signal: AlertSignal, map: RouteMap): Route {
  const misses: string[] = [];
  for (const step of steps) {
    const result = step(signal, map);
    if (typeof result !== 'string') return result;
    if (result) misses.push(result);
  }
  const reason = `No entity: ${misses.join('; ')}`.slice(0, 1_000);
  return { routing: { by: 'none', reason } };
}

/** Until the catalog answers nobody can say whose alert this is; it is kept and asked again. */
export function routeLater(): Route {
  const reason = 'The catalog has not answered yet; this is tried again';
  return { routing: { by: 'none', reason, pending: true } };
}

function byRef(signal: AlertSignal, { index }: RouteMap): Route | string {
  const label = refLabels.find(name => signal.labels[name]);
  const text = signal.entityRef ?? (label && signal.labels[label]);
  if (!text) return `no label ${refLabels.join(' or ')}`;
  const place = signal.entityRef ? 'the payload' : `label ${label}`;
  const ref = toRef(text);
  const entry = ref && index.get(ref);
  if (!entry) return `${place} says ${text}, which is not in the catalog`;
  const reason = `${place} says ${text}`;
  return { entityRef: entry.ref, routing: { by: 'label', reason } };
}

function toRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultKind: 'component' });
    return stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}

function bySelector(signal: AlertSignal, map: RouteMap): Route | string {
  const matches = matchSelectors(map.selectors, signal.labels);
  const entries = new Set(matches.map(({ entry }) => entry.ref));
  if (entries.size === 0) return 'no selector of an entity matches its labels';
  if (entries.size > 1) {
    return `selectors of ${[...entries].slice(0, 3).join(', ')} match alike`;
  }
  const [{ entry, annotation, text }] = matches;
  const reason = `annotation ${annotation} of ${entry.ref} selects ${text}`;
  return { entityRef: entry.ref, routing: { by: 'selector', reason } };
}

function byName(signal: AlertSignal, map: RouteMap): Route | string {
  const tried: string[] = [];
  for (const label of map.nameLabels) {
    const value = signal.labels[label];
    if (!value) continue;
    const named = likeliest(map.index.named(value));
    if (named.length === 1) {
      const reason = `label ${label}=${value} is the name of ${named[0].ref}`;
      return { entityRef: named[0].ref, routing: { by: 'name', reason } };
    }
    tried.push(
      named.length > 1
        ? `${label}=${value} names ${named.length} entities`
        : `${label}=${value} names no entity`,
    );
  }
  return tried.join(', ') || `none of the labels ${map.nameLabels.join(', ')}`;
}

/** Of the entities with a name, those of the likeliest kind; in the default namespace if one is there. */
function likeliest(entries: CatalogEntry[]): CatalogEntry[] {
  for (const kind of kinds) {
    const ofKind = entries.filter(entry => entry.kind === kind);
    const usual = ofKind.filter(entry => entry.namespace === 'default');
    if (ofKind.length > 0) return usual.length === 1 ? usual : ofKind;
  }
  return [];
}

/** Characters of a rule in a sentence. */
const maxWords = 300;

function byRule(signal: AlertSignal, map: RouteMap): Route | string {
  const { rules, integration } = map;
  const severity = severityWord(signal, map.severityLabels);
  const asked = { ...signal, integration, severity };
  const rule = rules.find(({ matchers }) => matchesAll(matchers, asked));
  if (!rule) return rules.length > 0 ? 'no routing rule matches' : '';
  const words = inWords(rule.matchers).slice(0, maxWords);
  if (!map.index.get(rule.entityRef)) {
    return `rule ${words} says ${rule.entityRef}, which is not in the catalog`;
  }
  const reason = `rule ${words} says ${rule.entityRef}`;
  return { entityRef: rule.entityRef, routing: { by: 'rule', reason } };
}

function byIntegration(_: AlertSignal, map: RouteMap): Route | string {
  if (!map.fallbackRef) return 'the integration has no entityRef';
  if (!map.index.get(map.fallbackRef)) {
    return `entityRef ${map.fallbackRef} of the integration is not in the catalog`;
  }
  const reason = `entityRef of the integration is ${map.fallbackRef}`;
  return {
    entityRef: map.fallbackRef,
    routing: { by: 'integration', reason },
  };
}
