import type { Alert } from 'backstage-plugin-incidents-common';
import { listOf } from '../../platform/sentences';
import type { RunbookText } from '../runbookFile';
import { matchesGlob } from '../../platform/matchesGlob';

/** What of a firing alert runbooks are found by. */
export type FiringAlert = Pick<Alert, 'id' | 'title' | 'labels' | 'links'>;

/** The alerts at hand, and how bad it is, when that is known. */
export type Occasion = { alerts: FiringAlert[]; severity?: string };

export type Match = {
  matches: boolean;
  /** How exactly the pattern names the alert: its characters that stand for themselves. */
  exactness: number;
  /** A sentence, when a pattern fits. */
  because?: string;
};

// Longer names are cut: they come from outside, and matching takes time by their length.
const longestName = 500;

/** Whether a runbook is written for one of the alerts, by the globs and severities in its front matter. */
export function matchAlerts(
  runbook: Pick<RunbookText, 'alerts' | 'severities'>,
  { alerts, severity }: Occasion,
): Match {
  const fitting = runbook.alerts.flatMap(pattern => {
    const name = alerts.flatMap(namesOf).find(n => matchesGlob(pattern, n));
    return name === undefined ? [] : [{ pattern, name }];
  });
  const [best] = fitting.sort(
    (a, b) => exactnessOf(b.pattern) - exactnessOf(a.pattern),
  );
  if (!best) return { matches: false, exactness: 0 };
  const exactness = exactnessOf(best.pattern);
  const because = `Its pattern ${best.pattern} fits the alert ${best.name}`;
  if (isFor(runbook.severities, severity)) {
    return { matches: true, exactness, because: `${because}.` };
  }
  const levels = listOf(runbook.severities);
  return {
    matches: false,
    exactness,
    because: `${because}, but it is written for ${levels}, and this is ${severity}.`,
  };
}

function namesOf({ labels, title }: FiringAlert): string[] {
  return [labels.alertname, title]
    .filter(name => name !== undefined && name !== '')
    .map(name => name.slice(0, longestName));
}

function exactnessOf(pattern: string): number {
  return pattern.replace(/[*?]/g, '').length;
}

function isFor(severities: string[], severity: string | undefined): boolean {
  if (severities.length === 0 || severity === undefined) return true;
  const wanted = severity.toLowerCase();
  return severities.some(level => level.toLowerCase() === wanted);
}
