import type { Alert } from 'backstage-plugin-incidents-common';

/** What a person can do about an alert. */
export type AlertDeed =
  | 'bind'
  | 'declare'
  | 'acknowledge'
  | 'silence'
  | 'move'
  | 'join'
  | 'split'
  | 'raise'
  | 'dryRun';

/** What the reader is allowed to. The backend decides again when they do it. */
export type MayAct = {
  update: boolean;
  declare: boolean;
  silence: boolean;
  seeRouting: boolean;
  makeRules: boolean;
};

/** A row of the stream in short. */
export type AlertWords = {
  /** The one sentence that explains where it stands. */
  why: string;
  isNobodys: boolean;
  /** It has no entity only because the catalog did not answer. */
  isWaiting: boolean;
  isOver: boolean;
  /** The next step, if one is obvious. */
  first?: AlertDeed;
  /** The other possible steps, in the order of the menu. */
  others: AlertDeed[];
};

const needs: Record<AlertDeed, (keyof MayAct)[]> = {
  bind: ['update'],
  declare: ['update', 'declare'],
  acknowledge: ['update'],
  silence: ['silence'],
  move: ['update'],
  join: ['update'],
  split: ['update'],
  raise: ['update'],
  dryRun: ['seeRouting'],
};

/** What may be the button of a row, the most telling first. */
const firsts: AlertDeed[] = ['bind', 'declare', 'acknowledge'];

/** What an alert says in its row, and what can be done about it. */
export function describeAlert(alert: Alert, may: MayAct): AlertWords {
  const isNobodys = !alert.entityRef;
  const deeds = deedsFor(alert).filter(deed =>
    needs[deed].every(right => may[right]),
  );
  const first = firsts.find(deed => deeds.includes(deed));
  return {
    why: isNobodys ? alert.routing.reason : alert.triage.reason,
    isNobodys,
    isWaiting: isNobodys && Boolean(alert.routing.pending),
    isOver: alert.status === 'resolved',
    first,
    others: deeds.filter(deed => deed !== first),
  };
}

function deedsFor(alert: Alert): AlertDeed[] {
  const isOver = alert.status === 'resolved';
  const deeds: AlertDeed[] = [];
  if (!alert.entityRef && !alert.routing.pending) deeds.push('bind');
  if (isSuggested(alert)) deeds.push('declare');
  if (alert.status === 'firing') deeds.push('acknowledge');
  if (!isOver && alert.triage.outcome !== 'silenced') deeds.push('silence');
  if (alert.incidentKey) deeds.push('move');
  else if (isSuggested(alert)) deeds.push('join');
  else if (alert.entityRef && !isOver) deeds.push('raise', 'join');
  if (alert.incidentKey && !isOver) deeds.push('split');
  deeds.push('dryRun');
  return deeds;
}

/** Policy leaves it to a person whether this is an incident. */
function isSuggested({ triage, status }: Alert): boolean {
  return triage.outcome === 'suggested' && status !== 'resolved';
}
