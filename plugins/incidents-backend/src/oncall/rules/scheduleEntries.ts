import type {
  Actor,
  AmendSchedule,
  ScheduleDefinition,
  SwapShifts,
  TimelineKind,
} from 'backstage-plugin-incidents-common';
import type { EntryDraft } from '../../timeline';

type ScheduleKind = Extract<TimelineKind, `schedule.${string}`>;

/** What happened to a schedule. */
export type Happening = {
  kind: ScheduleKind;
  actor: Actor;
  /** How the sentence goes on behind the title. */
  what: string;
  details?: Record<string, unknown>;
};

/** What the timeline tells of a schedule. */
export function scheduleEntry(
  { name, title }: Pick<ScheduleDefinition, 'name' | 'title'>,
  { kind, actor, what, details }: Happening,
): EntryDraft {
  return {
    ...{ kind, actor },
    text: `Schedule “${title}” ${what}`,
    details: { name, ...details },
  };
}

/** What an exception says, in a few words. */
export function amendmentWords(asked: AmendSchedule | SwapShifts): string {
  const why = asked.reason ? `: ${asked.reason}` : '';
  if ('between' in asked) {
    const [a, b] = asked.between;
    return `has a swap: ${b.user} takes over from ${a.user}, ${a.from} to ${a.to}, and ${a.user} from ${b.user}, ${b.from} to ${b.to}${why}`;
  }
  const { user, from, to } = asked;
  const where = 'level' in asked ? ` on ${asked.level}` : '';
  return `has an exception: ${user} ${verbOf(
    asked,
  )}${where}, ${from} to ${to}${why}`;
}

function verbOf(asked: AmendSchedule): string {
  switch (asked.kind) {
    case 'replace':
      return `replaces ${asked.replaces ?? 'everybody'}`;
    case 'add':
      return 'is added';
    case 'remove':
      return 'is taken off';
    case 'shadow':
      return `comes along${asked.follows ? ` with ${asked.follows}` : ''}`;
    default:
      return 'is absent';
  }
}
