import { z } from 'zod';
import { get } from './endpoint';
import { onCallReadPermission } from './permissions';
import * as s from './schemas';

/** The part of the API that looks back at on call. */
export const onCallReportEndpoints = {
  getOnCallLoad: get('/oncall/load', {
    summary:
      'What being on call costs each person: shifts, nights, weekends, pages',
    needs: onCallReadPermission,
    query: s.loadQuerySchema,
    reply: s.loadReportSchema,
  }),
  exportOnCallShifts: get('/oncall/load.csv', {
    summary: 'The shifts of everybody as CSV, a line each, for pay',
    needs: onCallReadPermission,
    query: s.loadQuerySchema,
    reply: z.string(),
    file: { type: 'text/csv', name: 'on-call-shifts.csv' },
  }),
} as const;
