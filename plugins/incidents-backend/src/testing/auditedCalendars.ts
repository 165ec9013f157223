export const absenceCalendars = '/oncall/absence-calendars';

export const feed = (name: string) => ({
  url: `https://feed.example/${name}.ics`,
});

/** What is written about calendars of shifts and of absences, and what the auditor hears of it. */
export const calendarWrites: Array<
  [eventId: string, path: string, body: object, meta: object]
> = [
  [
    'oncall-calendars-create',
    '/oncall/calendars',
    { schedule: 'kept' },
    { path: '/oncall/calendars' },
  ],
  [
    'oncall-calendars-revoke',
    '/oncall/calendars/A-CALENDAR/revoke',
    {},
    { path: '/oncall/calendars/:id/revoke', id: 'A-CALENDAR' },
  ],
  [
    'oncall-absence-calendars-create',
    absenceCalendars,
    feed('new'),
    { path: absenceCalendars },
  ],
  [
    'oncall-absence-calendars-revoke',
    `${absenceCalendars}/AN-AWAY/revoke`,
    {},
    { path: `${absenceCalendars}/:id/revoke`, id: 'AN-AWAY' },
  ],
];
