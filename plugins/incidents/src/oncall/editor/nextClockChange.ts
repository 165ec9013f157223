import { DateTime, FixedOffsetZone } from 'luxon';

const days = 366;

/** The clocks of a place are changed. */
export type ClockChange = {
  /** The day, such as `2027-03-28`. */
  date: string;
  hours: number;
  /** What the clock says before, and what after. */
  before: string;
  after: string;
};

/** When the clocks of a zone are changed next, within a year. */
export function nextClockChange(
  zone: string,
  from: Date,
): ClockChange | undefined {
  const first = DateTime.fromJSDate(from, { zone }).startOf('day');
  for (let day = 0; day < days; day += 1) {
    const start = first.plus({ days: day }).startOf('day');
    const end = first.plus({ days: day + 1 }).startOf('day');
    if (start.offset !== end.offset) return changeBetween(start, end);
  }
  return undefined;
}

function changeBetween(start: DateTime, end: DateTime): ClockChange {
  const zone = start.zoneName!;
  const at = (ms: number) => DateTime.fromMillis(ms, { zone });
  let [before, after] = [start.toMillis(), end.toMillis()];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (at(middle).offset === start.offset) before = middle;
    else after = middle;
  }
  const instant = at(after);
  const asBefore = FixedOffsetZone.instance(start.offset);
  return {
    date: start.toISODate()!,
    hours: end.diff(start, 'hours').hours,
    before: instant.setZone(asBefore).toFormat('HH:mm'),
    after: instant.toFormat('HH:mm'),
  };
}
