import type { Actor, TimelineKind } from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';
import type { Schedule } from '../../platform/calendar/occurrences';
import { numberOf, textOf } from '../../platform/calendar/wallClock';

type Told = {
  id: string;
  title: string;
  entityRefs: string[];
  schedule: Schedule;
};

const verbs = {
  'maintenance.planned': 'is planned',
  'maintenance.changed': 'was changed: it is',
} as const satisfies Partial<Record<TimelineKind, string>>;

/** What the timeline tells of a window that is new or has changed. */
export function windowEntry(
  kind: keyof typeof verbs,
  { id, title, entityRefs, schedule }: Told,
  actor: Actor,
): EntryDraft {
  const { start, minutes, zone, recurrence } = schedule;
  const end = textOf(numberOf(start) + minutes * 60_000);
  const again = recurrence ? `, ${recurrence}` : '';
  return {
    kind,
    actor,
    text: `Maintenance “${title}” ${verbs[kind]} for ${few(
      entityRefs,
    )}, ${start} to ${end} ${zone}${again}`,
    details: { id, title, entityRefs, start, end, zone, recurrence },
  };
}

/** What it tells of one that somebody ended, or one time of it. */
export function endedEntry(
  { id, title, entityRefs }: Told,
  { actor, why }: { actor: Actor; why?: string },
): EntryDraft {
  const reason = why ? `: ${why}` : '';
  return {
    kind: 'maintenance.ended',
    actor,
    text: `Maintenance “${title}” was ended${reason}`,
    details: { id, title, entityRefs },
  };
}

function few(refs: string[]): string {
  const shown = refs.slice(0, 5).join(', ');
  return refs.length > 5 ? `${shown} and ${refs.length - 5} more` : shown;
}
