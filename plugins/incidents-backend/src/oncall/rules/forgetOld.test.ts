import {
  scheduleLimits,
  type Absence,
} from 'backstage-plugin-incidents-common';
import { aSchedule } from '../../testing/oncall/aSchedule';
import { forgetOld } from './forgetOld';

const now = new Date('2026-11-20T03:00:00.000Z');
const ada = 'user:default/ada';
const absence = (id: number, year: number): Absence => ({
  ...{ id: String(id), user: ada },
  ...{ from: `${year}-02-01T00:00`, to: `${year}-02-02T00:00` },
});
const absences = (many: number, year: number) =>
  Array.from({ length: many }, (_, i) => absence(i, year));

it('keeps all of a list that is not full, however old', () => {
  const schedule = aSchedule({
    absences: absences(scheduleLimits.amendments - 1, 2010),
  });
  expect(forgetOld(schedule, now)).toEqual(schedule);
});

it('of a full list leaves out what ended more than 400 days ago, and touches no other', () => {
  const young = [absence(1_000, 2026), absence(1_001, 2030)];
  const old = absences(scheduleLimits.amendments - 2, 2025);
  const schedule = aSchedule({
    absences: [...old, ...young],
    shadows: [{ ...absence(0, 2010), level: 'Primary' }],
  });
  expect(forgetOld(schedule, now)).toEqual({ ...schedule, absences: young });
});

it('goes by the later half of a swap', () => {
  const half = (user: string, year: number) => {
    const { id, ...span } = absence(0, year);
    return { ...span, user };
  };
  const swaps = Array.from({ length: scheduleLimits.amendments }, (_, i) => ({
    id: String(i),
    between: [
      half(ada, 2010),
      half('user:default/bo', i === 7 ? 2027 : 2010),
    ] as [ReturnType<typeof half>, ReturnType<typeof half>],
  }));
  const { swaps: kept } = forgetOld(aSchedule({ swaps }), now);
  expect(kept.map(({ id }) => id)).toEqual(['7']);
});
