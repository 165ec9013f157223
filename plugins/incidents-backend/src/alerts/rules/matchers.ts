import type { Alert, Matcher } from 'backstage-plugin-incidents-common';
import { matchesGlob } from '../../platform/matchesGlob';

/** What matchers look at: an alert, or what will become one. */
export type Matched = Pick<Alert, 'integration' | 'title' | 'labels'> & {
  severity?: string;
};

/**
 * Whether all matchers hold. `integration`, `title` and `severity` mean the alert's own even if a label has the same name; a label
 * that is absent is equal to the empty text.
 */
export function matchesAll(matchers: Matcher[], alert: Matched): boolean {
  return matchers.every(matcher => holds(matcher, valueOf(matcher, alert)));
}

const signs = { equals: '=', not: '!=', glob: '~' } as const;

/** As people write them: `service=checkout severity!=SEV4 pod=web-*`. */
export function inWords(matchers: Matcher[]): string {
  return matchers
    .map(({ label, op, value }) => `${label}${signs[op]}${value}`)
    .join(' ');
}

function valueOf({ label }: Matcher, alert: Matched): string {
  if (label === 'integration' || label === 'title') return alert[label];
  if (label === 'severity') return alert.severity ?? '';
  return Object.hasOwn(alert.labels, label) ? alert.labels[label] : '';
}

function holds({ op, value }: Matcher, actual: string): boolean {
  if (op === 'equals') return actual === value;
  if (op === 'not') return actual !== value;
  return matchesGlob(value, actual);
}
