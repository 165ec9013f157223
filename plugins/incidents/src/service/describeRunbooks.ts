import type { Runbook, RunbookAnswer } from 'backstage-plugin-incidents-common';
import { line, type Line } from './line';

export type RunbookKey =
  | 'steps'
  | 'reviewed'
  | 'staleSince'
  | 'neverReviewed'
  | 'fromAlert'
  | 'fromSystem'
  | 'fromDomain'
  | 'fromOwner';

/** One runbook as it is listed. */
export type RunbookView = {
  runbook: Runbook;
  facts: Line<RunbookKey>[];
  /** Why it should be read with care. */
  doubts: Line<RunbookKey>[];
};

export type RunbooksView = { items: RunbookView[]; more: RunbookView[] };

/** More than these would push the rest of the page off the screen. */
const shownRunbooks = 3;

/** The runbooks of a subject, best first. */
export function describeRunbooks(answer: RunbookAnswer): RunbooksView {
  const views = answer.items.map(describeRunbook);
  return {
    items: views.slice(0, shownRunbooks),
    more: views.slice(shownRunbooks),
  };
}

function describeRunbook(runbook: Runbook): RunbookView {
  return { runbook, facts: factsOf(runbook), doubts: doubtsOf(runbook) };
}

function factsOf(runbook: Runbook): Line<RunbookKey>[] {
  const { steps, lastReviewed, stale } = runbook;
  return [
    ...originOf(runbook),
    ...(steps > 0 ? [line('steps', { count: steps })] : []),
    ...(lastReviewed && !stale
      ? [line('reviewed', { ago: { ago: lastReviewed } })]
      : []),
  ];
}

/** Only files say when they were reviewed: of a link nothing is known, so nothing is claimed. */
function doubtsOf(runbook: Runbook): Line<RunbookKey>[] {
  if (!runbook.stale) return [];
  return runbook.lastReviewed
    ? [line('staleSince', { ago: { ago: runbook.lastReviewed } })]
    : [line('neverReviewed')];
}

const originKeys: Partial<Record<Runbook['from'], RunbookKey>> = {
  system: 'fromSystem',
  domain: 'fromDomain',
  owner: 'fromOwner',
};

function originOf({ from, fromRef }: Runbook): Line<RunbookKey>[] {
  if (from === 'alert') return [line('fromAlert')];
  const key = originKeys[from];
  return key && fromRef ? [line(key, { entity: { entity: fromRef } })] : [];
}
