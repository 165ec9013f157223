import { z } from 'zod';

/** Years in which schedules may lie: time zones are not known much further. */
const oldest = '2000';
const newest = '2100';
/** An instant within those years. */
export const scheduleInstantSchema = z.iso
  .datetime('must be an instant such as 2026-03-01T08:00:00.000Z')
  .refine(isInRange, `must lie between ${oldest} and ${newest}`);

const wallPattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;
const datePattern = /^\d{4}-\d\d-\d\d$/;
/** A time on the wall of the schedule. */
export const wallSchema = z
  .string()
  .regex(wallPattern, 'must look like 2026-03-01T09:00')
  .refine(isDate, 'must be a date of the calendar')
  .refine(isInRange, `must lie between ${oldest} and ${newest}`);
/** A day of the calendar. */
export const dateSchema = z
  .string()
  .regex(datePattern, 'must look like 2026-03-01')
  .refine(isDate, 'must be a date of the calendar')
  .refine(isInRange, `must lie between ${oldest} and ${newest}`);

/** An instant, or without `Z` a time on the wall of the schedule. @public */
export const momentSchema = z
  .union([scheduleInstantSchema, wallSchema], {
    error:
      'must be an instant such as 2026-03-01T08:00:00.000Z, or a time in the zone of the schedule such as 2026-03-01T09:00',
  })
  .meta({ id: 'Moment' });

/** Both of one kind, and in their order. */
export function endsAfterItBegins(
  { from, to }: { from: string; to: string },
  context: z.core.$RefinementCtx,
): void {
  const refuse = (message: string) =>
    context.addIssue({ code: 'custom', path: ['to'], message });
  if (wallPattern.test(from) !== wallPattern.test(to))
    refuse(
      'must be of the same kind as from: both instants, or both times in the zone of the schedule',
    );
  else if (momentOrder(to) <= momentOrder(from))
    refuse('must be later than from');
}

/** Two spans of two people, each of which takes over that of the other. */
export function swappedBetween(user: z.ZodString) {
  const half = z
    .strictObject({ user, from: momentSchema, to: momentSchema })
    .superRefine(endsAfterItBegins);
  return z.tuple([half, half]).refine(([a, b]) => a.user !== b.user, {
    path: [1, 'user'],
    error: 'must be somebody else',
  });
}

function isInRange(moment: string): boolean {
  return oldest <= moment && moment < newest;
}

/** The thirtieth of February is a string, and no date. */
function isDate(text: string): boolean {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text.slice(0, 10))
  );
}

function momentOrder(moment: string): number {
  return Date.parse(wallPattern.test(moment) ? `${moment}Z` : moment);
}
