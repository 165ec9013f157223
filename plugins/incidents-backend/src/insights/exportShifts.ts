import { InputError } from '@backstage/errors';
import { loadLimits, type LoadQuery } from 'backstage-plugin-incidents-common';
import { loadOf } from '../oncall';
import { toCsv, type Cell } from '../platform/csv';
import { pause } from '../platform/soon';
import type { InsightDeps } from './index';
import { readDuty } from './readDuty';
import { payColumns, payRow } from './rules/payRows';

/** So many lines are reckoned without letting anybody else in between. */
const writtenAtOnce = 500;

/**
 * The shifts of a window as CSV, by their beginning: a line for each. A shift that goes on beyond the window is cut there.
 *
 * @throws NotFoundError; InputError when the window makes no sense, or has more than one file holds.
 */
export async function exportShifts(
  deps: InsightDeps,
  query: LoadQuery,
): Promise<string> {
  const { schedules, shifts, sleepOf } = await readDuty(deps, query);
  if (shifts.length > loadLimits.lines) {
    throw new InputError(
      `The query is not valid: to: there are more than ${loadLimits.lines} shifts until then; ask for a shorter time, or for one schedule`,
    );
  }
  const placeOf = new Map(schedules.map(place => [place.name, place]));
  const inOrder = [...shifts].sort(
    (a, b) =>
      a.from.getTime() - b.from.getTime() ||
      a.schedule.localeCompare(b.schedule) ||
      a.level - b.level,
  );
  const rows: Cell[][] = [payColumns];
  for (const shift of inOrder) {
    const place = placeOf.get(shift.schedule)!;
    const { timeZone } = sleepOf(shift.person.ref);
    // The hours of shadows are told too: some are paid for them.
    const alone = { ...shift, shadow: undefined };
    const [load] = loadOf([alone], shift, () => timeZone);
    rows.push(payRow(shift, place, { load, timeZone }));
    // Alerts come in meanwhile.
    if (rows.length % writtenAtOnce === 0) await pause();
  }
  return toCsv(rows);
}
