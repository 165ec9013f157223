import type { Actor } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';
import type { Notice } from '../../platform/portalNotices';
import type { EntryDraft } from '../../timeline';

/** A silence or a time of maintenance that ends soon while it holds alerts that fire. */
export type Ending = {
  id: string;
  kind: 'silence' | 'maintenance';
  /** What it holds by: its conditions, or the title of the window. */
  words: string;
  createdBy: Actor;
  endsAt: string;
  /** Alerts that fire. */
  holds: number;
  /** What a window covers. */
  entityRefs: string[];
};

const names = { silence: 'Silence', maintenance: 'Maintenance' };
const pages = {
  silence: '/incidents/alerts/silences',
  maintenance: '/incidents/alerts/maintenance',
};

/** Whoever made it; if that was no person, the owners of what it covers. */
export function toldOf(
  { createdBy, entityRefs }: Ending,
  index: CatalogIndex | undefined,
): string[] {
  if (createdBy.type === 'user') return [createdBy.ref];
  return [
    ...new Set(entityRefs.flatMap(ref => index?.get(ref)?.ownerRefs ?? [])),
  ];
}

export function noticeOf(ending: Ending, to: string[]): Notice {
  const { id, kind, words, endsAt, holds } = ending;
  return {
    to,
    title: `${names[kind]} ends soon: ${words}`,
    description: `It ends at ${endsAt} and holds ${alertsOf(
      holds,
    )}. What fires on then is dealt with as if it had just opened.`,
    link: pages[kind],
    severity: 'high',
    scope: `incidents-${kind}-${id}`,
  };
}

const outcomes = {
  sent: 'was told',
  absent: 'was not told, for the portal has no notifications',
};

/** What the timeline keeps of it. */
export function endingEntry(
  { id, kind, words, endsAt, holds }: Ending,
  { to, outcome }: { to: string[]; outcome: keyof typeof outcomes },
): EntryDraft {
  const who =
    to.length > 0 ? `${to.join(', ')} ${outcomes[outcome]}` : 'nobody to tell';
  return {
    kind: 'hold.ending',
    actor: { type: 'system', ref: 'holds' },
    text: `${names[kind]} ${words} ends at ${endsAt} and holds ${alertsOf(
      holds,
    )}; ${who}`,
    details: { id, what: kind, endsAt, holds, to },
  };
}

function alertsOf(count: number): string {
  return count === 1 ? 'an alert that fires' : `${count} alerts that fire`;
}
