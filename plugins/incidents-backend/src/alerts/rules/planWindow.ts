import type { PlanMaintenance } from 'backstage-plugin-incidents-common';
import type { Schedule } from '../../platform/calendar/occurrences';
import { flawOf, untilByTheClock } from '../../platform/calendar/recurrence';
import { outlookOf, type Outlook } from './schedule';
import { ianaZone, numberOf, textOf } from '../../platform/calendar/wallClock';

const day = 24 * 60;
/** Minutes; for longer, it is not maintenance. */
export const longestOpening = 30 * day;
/** Milliseconds for which openings are known beforehand. */
export const ahead = 14 * day * 60_000;

/** When a window that somebody plans is open, or a sentence that says why it cannot. */
export function scheduleOf(plan: PlanMaintenance): Schedule | string {
  const { start, end, recurrence } = plan;
  const zone = ianaZone(plan.zone);
  if (!zone) return `zone: there is no ${plan.zone} in the IANA database`;
  const [from, to] = [numberOf(start), numberOf(end)];
  if (Number.isNaN(from)) return `start: no calendar has ${start}`;
  if (Number.isNaN(to)) return `end: no calendar has ${end}`;
  const minutes = Math.round((to - from) / 60_000);
  if (minutes < 1) return 'end must be after start';
  if (minutes > longestOpening) {
    return 'end: maintenance lasts at most 30 days at a time; what is to be quiet for longer belongs into the monitor';
  }
  const when = { start: textOf(from), minutes, zone: plan.zone };
  if (!recurrence) return when;
  const flaw = flawOf(recurrence);
  return flaw
    ? `recurrence: ${flaw}`
    : { ...when, recurrence: untilByTheClock(recurrence, zone) };
}

/** What is to come of a schedule, or a sentence that says why nothing is. */
export function prospectOf(schedule: Schedule, now: Date): Outlook | string {
  try {
    const outlook = outlookOf(schedule, now, ahead);
    return outlook.openings.length > 0
      ? outlook
      : 'it is over already: no time of it is to come';
  } catch (error) {
    return (error as Error).message;
  }
}
