import type {
  Absence,
  Override,
  ScheduleDefinition,
  ScheduleLevel,
  Shadow,
  Swap,
} from 'backstage-plugin-incidents-common';

/** What a schedule is at an instant. */
export type ScheduleState = { timeZone: string; levels: ScheduleLevel[] };

export function stateAt(schedule: ScheduleDefinition, at: Date): ScheduleState {
  const { timeZone, levels } =
    schedule.revisions.findLast(
      ({ from }) => Date.parse(from) <= at.getTime(),
    ) ?? schedule;
  return { timeZone, levels };
}

/**
 * The schedule is something else from an instant on. What it was before stays, and what had been planned for later is dropped: the
 * edit is the last word.
 */
export function editSchedule(
  schedule: ScheduleDefinition,
  state: ScheduleState,
  at: Date,
): ScheduleDefinition {
  const kept = schedule.revisions.filter(
    ({ from }) => Date.parse(from) < at.getTime(),
  );
  const revision = { from: at.toISOString(), ...state };
  return { ...schedule, revisions: [...kept, revision] };
}

/** The exceptions from the rotations, by their lists. */
export type Amendments = {
  overrides: Override;
  swaps: Swap;
  shadows: Shadow;
  absences: Absence;
};

/** Adds an exception. It has no effect on what was before it was made. */
export function amendSchedule<K extends keyof Amendments>(
  schedule: ScheduleDefinition,
  { kind, amendment }: { kind: K; amendment: Amendments[K] },
  at: Date,
): ScheduleDefinition {
  const made = { ...amendment, madeAt: at.toISOString() };
  return { ...schedule, [kind]: [...schedule[kind], made] };
}

/** Takes an exception back. What it was for until now stays. */
export function withdrawAmendment(
  schedule: ScheduleDefinition,
  { kind, id }: { kind: keyof Amendments; id: string },
  at: Date,
): ScheduleDefinition {
  const withdrawn = <T extends Amendments[keyof Amendments]>(one: T): T =>
    one.id === id && !one.withdrawnAt
      ? { ...one, withdrawnAt: at.toISOString() }
      : one;
  return { ...schedule, [kind]: schedule[kind].map(withdrawn) };
}
