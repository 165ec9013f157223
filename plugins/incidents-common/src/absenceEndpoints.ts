import { get, post } from './endpoint';
import {
  definitionReadPermission,
  onCallOverrideOwnPermission,
} from './permissions';
import * as s from './schemas';

/** The part of the API that is about calendars of absences. */
export const absenceEndpoints = {
  listAbsenceCalendars: get('/oncall/absence-calendars', {
    summary:
      'The calendars that say when somebody is away, of who asks by default',
    needs: definitionReadPermission,
    query: s.absenceCalendarsQuerySchema,
    reply: s.absenceCalendarsSchema,
  }),
  addAbsenceCalendar: post('/oncall/absence-calendars', {
    summary: 'Let a calendar say when somebody is away',
    needs: onCallOverrideOwnPermission,
    body: s.addAbsenceCalendarSchema,
    reply: s.absenceCalendarSchema,
    status: 201,
  }),
  revokeAbsenceCalendar: post('/oncall/absence-calendars/:id/revoke', {
    summary:
      'Read a calendar of absences no more: what it said counts no more from now on',
    needs: onCallOverrideOwnPermission,
    body: s.nothingSchema,
    reply: s.absenceCalendarSchema,
  }),
} as const;
