import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { parseArgs } from 'node:util';
import { judge, quantile } from '../packages/workshop/src/load/figures';
import { openTables, usualDatabase } from '../packages/workshop/src/load/fill';
import { onStage } from '../packages/workshop/src/load/stage';

// Who is on call now by all schedules, of three levels each and with exceptions, in one call: as a multiple of reading the same rows
// and no more. And a year of shifts of a schedule with eight rotations.

const levels = ['Primary', 'Backup', 'Lead'];
const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

const user = (n: number) => `user:default/person-${n}`;
const at = (milliseconds: number) => new Date(milliseconds).toISOString();

function rotation(name: string, first: number, about: object = {}) {
  return {
    name,
    participants: [0, 1, 2, 3, 4].map(i => user(first + i)),
    turn: { every: 1, unit: 'weeks' as const },
    handoff: { time: '09:00', weekday: 'mon' as const },
    startsAt: '2025-01-06',
    ...about,
  };
}

/** Ten overrides, the first of which is on now. */
function overrides(n: number, now: number) {
  return Array.from({ length: 10 }, (_, i) => ({
    ...{ id: `o${i}`, kind: 'replace' as const, level: levels[i % 3] },
    user: user(n + i),
    from: at(now + (i - 0.5) * day),
    to: at(now + (i + 0.25) * day),
  }));
}

async function fill(api: IncidentsApi, many: number): Promise<void> {
  const now = Date.now();
  const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'UTC'];
  for (let n = 0; n < many; n += 1) {
    await api.createSchedule({
      body: {
        ...{ name: `schedule-${n}`, title: `Schedule ${n}` },
        timeZone: zones[n % zones.length],
        levels: levels.map((name, i) => ({
          name,
          rotations: [rotation(`${name} of ${n}`, n + i)],
        })),
        overrides: overrides(n, now),
      },
    });
  }
  const daily = {
    turn: { every: 1, unit: 'days' },
    handoff: { time: '09:00' },
  };
  await api.createSchedule({
    body: {
      ...{ name: 'eight', title: 'Eight', timeZone: 'Europe/Berlin' },
      levels: levels.slice(0, 2).map((name, i) => ({
        name,
        rotations: [0, 1, 2, 3].map(j =>
          rotation(`${name} ${j}`, i * 20 + j * 5, j % 2 ? {} : daily),
        ),
      })),
    },
  });
}

/** Milliseconds that the middle one of so many takes; the first few only warm up. */
async function timed(
  times: number,
  ask: () => PromiseLike<unknown>,
): Promise<number> {
  const took: number[] = [];
  for (let i = -5; i < times; i += 1) {
    const begin = performance.now();
    await ask();
    if (i >= 0) took.push(performance.now() - begin);
  }
  return quantile(took, 0.5);
}

/** `--schedules` that there are, `--times` that each is asked. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      schedules: { type: 'string', default: '1000' },
      times: { type: 'string', default: '30' },
    },
  });
  const times = Number(values.times);
  const isGood = await onStage(async ({ postgres, backend: { api } }) => {
    await fill(api, Number(values.schedules));
    const knex = openTables(postgres, usualDatabase);
    try {
      const bare = await timed(times, () =>
        knex('incidents_schedules').orderBy('name'),
      );
      const begin = performance.now();
      await api.listSchedules();
      const first = performance.now() - begin;
      const all = await timed(times, () => api.listSchedules());
      const from = at(Date.now());
      const to = at(Date.now() + year);
      const shifts = await timed(times, () =>
        api.getScheduleShifts({
          ...{ params: { name: 'eight' }, query: { from, to } },
        }),
      );
      console.log(`the rows alone ${bare.toFixed(1)} ms`);
      console.log(`all laid for the first time ${first.toFixed(1)} ms`);
      console.log(`who is on call by all of them ${all.toFixed(1)} ms`);
      return [
        judge('on call, multiple of the rows', all / bare, { atMost: 10 }),
        judge('a year of eight rotations, ms', shifts, { atMost: 250 }),
      ].every(Boolean);
    } finally {
      await knex.destroy();
    }
  });
  return isGood ? 0 : 1;
}
