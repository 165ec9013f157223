import {
  foreignAnnotations,
  incidentAnnotations,
} from 'backstage-plugin-incidents-common';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';

type Term = { label: string; value: string; equal: boolean };

/** A label selector such as `service=checkout,env!=dev`; every term must hold. */
export type Selector = { text: string; annotation: string; terms: Term[] };

export type OwnedSelector = Selector & { entry: CatalogEntry };

/** Selectors by one of their equal terms, so that a signal is compared with few of them. */
export type SelectorIndex = Map<string, OwnedSelector[]>;

/** Characters; nobody writes longer ones. */
const maxTerm = 500;

const annotations = [
  incidentAnnotations.alerts,
  foreignAnnotations.alertLabelSelector,
];

/**
 * The terms of a selector; nothing when it is not one, or when it has no equal term and would claim everybody's alerts.
 */
export function parseSelector(text: string): Term[] | undefined {
  const terms = text.split(',').map(part => {
    const match =
      part.length <= maxTerm &&
      /^\s*([\w./-]{1,200})\s*(!?=)=?(?!\s*~)\s*"?([^",]*?)"?\s*$/.exec(part);
    return match
      ? { label: match[1], value: match[3], equal: match[2] === '=' }
      : undefined;
  });
  const valid = terms.flatMap(term => term ?? []);
  return valid.length === terms.length && valid.some(term => term.equal)
    ? valid
    : undefined;
}

export function indexSelectors(index: CatalogIndex): SelectorIndex {
  const byTerm: SelectorIndex = new Map();
  for (const entry of index.all()) {
    for (const annotation of annotations) {
      const text = entry.annotations[annotation];
      const terms = text === undefined ? undefined : parseSelector(text);
      const first = terms?.find(term => term.equal);
      if (!text || !terms || !first) continue;
      const key = keyOf(first.label, first.value);
      const selector = { text, annotation, terms, entry };
      byTerm.set(key, [...(byTerm.get(key) ?? []), selector]);
    }
  }
  return byTerm;
}

/** The selectors that hold for these labels, the most exact ones only: more terms beat fewer. */
export function matchSelectors(
  selectors: SelectorIndex,
  labels: Record<string, string>,
): OwnedSelector[] {
  const holding = Object.entries(labels)
    .flatMap(([label, value]) => selectors.get(keyOf(label, value)) ?? [])
    .filter(selector => selector.terms.every(term => holds(term, labels)));
  const most = Math.max(0, ...holding.map(({ terms }) => terms.length));
  return holding.filter(({ terms }) => terms.length === most);
}

function holds(term: Term, labels: Record<string, string>): boolean {
  return (labels[term.label] === term.value) === term.equal;
}

function keyOf(label: string, value: string): string {
  return `${label}=${value}`;
}
