import type {
  OnCallAnswer,
  OnCallLevel,
  OnCallPerson,
  UnreachablePerson,
} from 'backstage-plugin-incidents-common';
import { line, type Line } from './line';

export type OnCallKey =
  | 'until'
  | 'noEnd'
  | 'ended'
  | 'next'
  | 'gap'
  | 'gapUntil'
  | 'by'
  | 'byAsOf'
  | 'failing';

/** One level as it is shown. */
export type OnCallLevelView = {
  level: number;
  name: string;
  people: OnCallPerson[];
  /** How many more belong to it than are shown. */
  more: OnCallPerson[];
  /** Those of them whom no page reaches, and why. */
  unreachable: UnreachablePerson[];
  /** Until when, or why nobody. */
  line: Line<OnCallKey>;
  next?: Line<OnCallKey>;
  /** Why nobody, in the words of the provider. */
  reason?: string;
  tone: 'covered' | 'gap' | 'unknown';
};

/** A group may have dozens of members; this many names can be taken in at a glance. */
const shownPeople = 3;

/** Who to call, level by level. An answer without a level is a gap too. */
export function describeOnCall(
  answer: Pick<OnCallAnswer, 'levels' | 'providerTitle'>,
  now: Date,
): OnCallLevelView[] {
  if (answer.levels.length > 0) {
    return answer.levels.map(level => describeLevel(level, now));
  }
  const nobody = {
    ...{ level: 1, name: answer.providerTitle },
    ...{ people: [], more: [], unreachable: [] },
  };
  return [{ ...nobody, line: line('gap'), tone: 'gap' }];
}

/** Who said it, and how old it is; that the provider fails is a doubt. */
export function describeSource({
  providerTitle: provider,
  readAt,
  failing,
}: Pick<OnCallAnswer, 'providerTitle' | 'readAt' | 'failing'>): {
  said: Line<OnCallKey>;
  doubt?: Line<OnCallKey>;
} {
  const said = readAt
    ? line('byAsOf', { provider, ago: { ago: readAt } })
    : line('by', { provider });
  if (!failing) return { said };
  const { reason, since } = failing;
  return {
    said,
    doubt: line('failing', { provider, reason, at: { at: since } }),
  };
}

function describeLevel(level: OnCallLevel, now: Date): OnCallLevelView {
  const people = leadFirst(level.people);
  const view = {
    level: level.level,
    name: level.name,
    people: people.slice(0, shownPeople),
    more: people.slice(shownPeople),
    unreachable: level.unreachable ?? [],
    ...(level.next && { next: describeNext(level.next) }),
  };
  if (people.length === 0) {
    const gap = level.next
      ? line('gapUntil', { at: { at: level.next.from } })
      : line('gap');
    return {
      ...view,
      line: gap,
      ...(level.gap && { reason: level.gap }),
      tone: 'gap',
    };
  }
  if (!level.until) return { ...view, line: line('noEnd'), tone: 'covered' };
  const ended = new Date(level.until) < now;
  return ended
    ? {
        ...view,
        line: line('ended', { ago: { ago: level.until } }),
        tone: 'unknown',
      }
    : {
        ...view,
        line: line('until', { at: { at: level.until } }),
        tone: 'covered',
      };
}

function describeNext(next: NonNullable<OnCallLevel['next']>): Line<OnCallKey> {
  return line('next', {
    names: next.people.map(person => person.displayName).join(', ') || '–',
    at: { at: next.from },
  });
}

function leadFirst(people: OnCallPerson[]): OnCallPerson[] {
  const order = (person: OnCallPerson) => (person.role === 'lead' ? 0 : 1);
  return [...people].sort((a, b) => order(a) - order(b));
}
