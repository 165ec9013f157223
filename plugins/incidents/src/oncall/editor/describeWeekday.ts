import { weekdays, type Weekday } from 'backstage-plugin-incidents-common';

/** Monday, whichever. */
const monday = Date.UTC(2026, 0, 5);
const dayMs = 24 * 60 * 60 * 1000;

/** A day of the week, as the reader calls it. */
export function describeWeekday(
  day: Weekday,
  language: string,
  length: 'long' | 'short',
): string {
  return new Intl.DateTimeFormat(language, {
    weekday: length,
    timeZone: 'UTC',
  }).format(monday + weekdays.indexOf(day) * dayMs);
}

/** Days that follow each other as from – to: Mon – Fri. */
export function describeWeekdays(days: Weekday[], language: string): string {
  const runs: Weekday[][] = [];
  for (const day of weekdays.filter(one => days.includes(one))) {
    const last = runs.at(-1);
    const follows =
      last && weekdays.indexOf(day) === weekdays.indexOf(last.at(-1)!) + 1;
    if (follows) last.push(day);
    else runs.push([day]);
  }
  const short = (day: Weekday) => describeWeekday(day, language, 'short');
  return runs
    .map(run =>
      run.length > 2
        ? `${short(run[0])}–${short(run.at(-1)!)}`
        : run.map(short).join(', '),
    )
    .join(', ');
}
