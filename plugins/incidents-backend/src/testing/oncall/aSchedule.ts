import type {
  ScheduleDefinition,
  ScheduleInput,
} from 'backstage-plugin-incidents-common';
import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';

type LevelInput = ScheduleInput['levels'][number];
export type RotationInput = LevelInput['rotations'][number];

export const user = (name: string) => `user:default/${name}`;

/** `ada bo dee+eve`: two users, and two who share a turn. */
export function people(names: string): RotationInput['participants'] {
  return names
    .split(' ')
    .filter(Boolean)
    .map(name =>
      name.includes('+')
        ? { name, users: name.split('+').map(user) }
        : user(name),
    );
}

/** Ada, Bo and Cy, each for a day from 09:00 on. */
export function aRotation(about: Partial<RotationInput> = {}): RotationInput {
  return {
    name: 'daily',
    participants: people('ada bo cy'),
    turn: { every: 1, unit: 'days' },
    handoff: { time: '09:00' },
    startsAt: '2026-01-05',
    ...about,
  };
}

export const level = (
  name: string,
  ...rotations: Partial<RotationInput>[]
): LevelInput => ({ name, rotations: rotations.map(aRotation) });

/** A schedule as it would arrive: read by the schema. */
export function aSchedule(
  about: Partial<ScheduleInput> = {},
  ...rotations: Partial<RotationInput>[]
): ScheduleDefinition {
  const name = (i: number) => (i === 0 ? 'daily' : `daily ${i + 1}`);
  const named = (rotations.length > 0 ? rotations : [{}]).map(
    (rotation, i) => ({ name: name(i), ...rotation }),
  );
  return scheduleDefinitionSchema.parse({
    name: 'checkout',
    title: 'Checkout',
    timeZone: 'Europe/Berlin',
    levels: [level('Primary', ...named)],
    ...about,
  });
}
