import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import { laySchedule } from '../../oncall/rules/schedule/laySchedule';

/** The wall of a zone, read with nothing but `Intl`. */
export function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...{ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'longOffset' },
  });
  return (instant: Date | number) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
    const { weekday, year, month, day, hour, minute } = parts;
    return {
      weekday,
      date: `${year}-${month}-${day}`,
      time: `${hour}:${minute}`,
      /** Sorts as the wall does. */
      text: `${year}-${month}-${day}T${hour}:${minute}`,
      offset: parts.timeZoneName.replace('GMT', '') || '+00:00',
    };
  };
}

/** The first instant at which the wall shows `2026-03-01T09:00`, found by trying every offset that there is. */
export function instantAt(text: string, timeZone: string): Date {
  const clock = wallClock(timeZone);
  const quarter = 15 * 60_000;
  const candidates = Array.from(
    { length: 4 * 28 + 1 },
    (_, i) => Date.parse(`${text}Z`) + (i - 4 * 14) * quarter,
  );
  const found = candidates.find(instant => clock(instant).text === text);
  if (found === undefined) throw new Error(`${text} is not in ${timeZone}`);
  return new Date(found);
}

export type Telling = {
  /** On the wall of the schedule. */
  from: string;
  to: string;
  level?: number;
  /** `09:00+01:00` instead of `09:00`. */
  offsets?: boolean;
};

function windowOf({ timeZone }: ScheduleDefinition, { from, to }: Telling) {
  return [instantAt(from, timeZone), instantAt(to, timeZone)] as const;
}

/** How it changes who is on call: `Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 –`, on the wall of the schedule. */
export function told(schedule: ScheduleDefinition, telling: Telling): string {
  const { level = 1, offsets } = telling;
  const { shifts, gaps } = laySchedule(
    schedule,
    ...windowOf(schedule, telling),
  );
  const staffed = shifts.filter(shift => shift.level === level);
  const empty = gaps.filter(gap => gap.level === level);
  const clock = wallClock(schedule.timeZone);
  const times = [...staffed, ...empty].flatMap(({ from, to }) => [+from, +to!]);
  const edges = [...new Set(times)].sort((a, b) => a - b);
  const lines = edges.slice(0, -1).map(edge => {
    const names = staffed
      .filter(({ from, to }) => +from <= edge && edge < +to!)
      .map(({ person, shadow }) =>
        shadow ? `(${person.displayName})` : person.displayName,
      );
    const { weekday, date, time, offset } = clock(edge);
    const when = `${weekday} ${Number(date.slice(8))} ${time}`;
    return `${when}${offsets ? offset : ''} ${names.sort().join('+') || '–'}`;
  });
  return lines.join(', ');
}

/** Why nobody is on call, stretch by stretch. */
export function gapsTold(schedule: ScheduleDefinition, telling: Telling) {
  const clock = wallClock(schedule.timeZone);
  const at = (instant: Date) => {
    const { weekday, date, time } = clock(instant);
    return `${weekday} ${Number(date.slice(8))} ${time}`;
  };
  return laySchedule(schedule, ...windowOf(schedule, telling))
    .gaps.filter(gap => gap.level === (telling.level ?? 1))
    .map(gap => `${at(gap.from)} – ${at(gap.to)} ${gap.reason}`)
    .join(', ');
}
