import type {
  Rotation,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import { day, hour, week } from '../../../platform/calendar/wall';
import { exceptionsOf, plansOf, type LevelPlan } from './layLevel';
import { mostAtOnce, type Span } from './span';

/** How much there is to lay: neither is less than what comes out. */
export type ScheduleSize = {
  /** Turns, and windows that cut them. */
  turns: number;
  /** For each stretch in which nothing changes, the people who may be on call in it, and what says so. */
  entries: number;
};

const unit = { hours: hour, days: day, weeks: week, months: 28 * day };

/** What a schedule has in a span at most: to refuse what is too much before it is laid. */
export function sizeOf(
  schedule: ScheduleDefinition,
  from: Date,
  to: Date,
): ScheduleSize {
  const asked = { from: from.getTime(), to: to.getTime() };
  const sizes = plansOf(schedule, asked).flatMap(({ span, plans }) =>
    plans.map(plan => sizeOfLevel(plan, span)),
  );
  return {
    turns: sum(sizes.map(({ turns }) => turns)),
    entries: sum(sizes.map(({ entries }) => entries)),
  };
}

/** Some tenths of a second. */
const mostEntries = 400_000;

/** Whether it takes too long to lay. */
export function isTooMuch(
  schedule: ScheduleDefinition,
  from: Date,
  to: Date,
): boolean {
  return sizeOf(schedule, from, to).entries > mostEntries;
}

function sizeOfLevel(plan: LevelPlan, span: Span): ScheduleSize {
  const { stints } = plan.level;
  const { changes, shadows, absences } = exceptionsOf(plan);
  const counts = stints.map(stint =>
    piecesIn(stint.rotation, {
      from: Math.max(span.from, stint.from),
      to: Math.min(span.to, stint.to),
    }),
  );
  const exceptions = changes.length + shadows.length + absences.length;
  const stretches =
    1 +
    sum(counts.map(({ turns, windows }) => turns + 2 * windows)) +
    2 * (stints.length + exceptions);
  const changing = mostAtOnce(changes);
  const people =
    sum(
      stints.map(({ order: { seats, held } }) => largest([...seats, ...held])),
    ) +
    changing +
    mostAtOnce(shadows);
  return {
    turns: sum(counts.map(({ turns, windows }) => turns + windows)),
    entries: stretches * (1 + people) * (1 + changing),
  };
}

function piecesIn(
  { turn, windows = [] }: Rotation,
  { from, to }: Span,
): { turns: number; windows: number } {
  const length = Math.max(0, to - from);
  const perWeek = sum(windows.map(({ days }) => days.length));
  return {
    turns: Math.ceil(length / (turn.every * unit[turn.unit])),
    windows: Math.ceil((perWeek * length) / week),
  };
}

function largest(seats: Array<{ users: string[] }>): number {
  return Math.max(0, ...seats.map(({ users }) => users.length));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
