/** When somebody is on call by the schedules of the test: by their override. */
export const inOverride = '2026-11-21T14:00:00.000Z';

/** What is written about hand-overs, and what the auditor hears of it. */
export const handoverWrites: Array<
  [eventId: string, path: string, body: object, meta: object]
> = [
  [
    'oncall-schedules-handovers',
    '/oncall/schedules/kept/handovers',
    { at: inOverride, text: 'calm' },
    { path: '/oncall/schedules/:name/handovers', name: 'kept' },
  ],
  [
    'oncall-schedules-handovers-change',
    '/oncall/schedules/noted/handovers/A-NOTE',
    { version: 1, text: 'calm' },
    {
      ...{ path: '/oncall/schedules/:name/handovers/:id', id: 'A-NOTE' },
      name: 'noted',
    },
  ],
];
