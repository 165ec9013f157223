import type {
  CreateShiftCalendar,
  ShiftCalendar,
} from 'backstage-plugin-incidents-common';

/** Whose shifts a calendar is to show. */
export type CalendarSubject = 'mine' | 'schedule';

/** What is to be sent; nothing while it is not known who asks. */
export function calendarOf(
  subject: CalendarSubject,
  { me, schedule }: { me?: string; schedule?: string },
): CreateShiftCalendar | undefined {
  if (subject === 'schedule') return schedule ? { schedule } : undefined;
  return me ? { user: me } : undefined;
}

/** The address as a browser and as a calendar program open it. */
export function addressesOf(baseUrl: string, path: string) {
  const https = `${baseUrl}${path}`;
  return { https, webcal: https.replace(/^https?:/, 'webcal:') };
}

/** What an address shows: shifts of a person, of a schedule, or of both. */
export function subjectOf({
  schedule,
  user,
}: ShiftCalendar): 'person' | 'schedule' | 'both' {
  if (schedule && user) return 'both';
  return schedule ? 'schedule' : 'person';
}
