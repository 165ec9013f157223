import fc from 'fast-check';
import { laySchedule } from '../../oncall/rules/schedule/laySchedule';
import { anySchedule } from './anySchedule';

const day = 86_400_000;

/** What is laid of some schedules, always the same, as text. */
export function laidSamples(count: number): string[] {
  const samples = fc.sample(anySchedule({ days: 60 }), {
    seed: 7,
    numRuns: count,
  });
  return samples.map(({ schedule, at }) =>
    JSON.stringify(
      laySchedule(schedule, new Date(at - 20 * day), new Date(at + 20 * day)),
    ),
  );
}

/** For a process of its own: writes what it laid, and how far its clock is off UTC in January and in July. */
export function tell(count: number): void {
  const offsets = [0, 6].map(month =>
    new Date(2026, month, 1).getTimezoneOffset(),
  );
  process.stdout.write(JSON.stringify({ offsets, laid: laidSamples(count) }));
}
