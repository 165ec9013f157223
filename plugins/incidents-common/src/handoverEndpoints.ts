import { z } from 'zod';
import { get, post, put } from './endpoint';
import {
  onCallHandoverUpdatePermission,
  onCallReadPermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API by which a shift is handed over. */
export const handoverEndpoints = {
  draftHandover: get('/oncall/schedules/:name/handover', {
    summary:
      'What whoever comes next should know: incidents, pages, what ends soon',
    needs: onCallReadPermission,
    query: s.handoverQuerySchema,
    reply: s.handoverDraftSchema,
  }),
  listHandovers: get('/oncall/schedules/:name/handovers', {
    summary: 'The notes of hand-overs of a schedule, the latest shift first',
    needs: onCallReadPermission,
    query: s.handoverNotesQuerySchema,
    reply: s.handoverNotesSchema,
  }),
  writeHandover: post('/oncall/schedules/:name/handovers', {
    summary: 'Store the note of a hand-over',
    needs: onCallHandoverUpdatePermission,
    body: s.writeHandoverSchema,
    reply: s.handoverNoteSchema,
    status: 201,
  }),
  getHandover: get('/oncall/schedules/:name/handovers/:id', {
    summary: 'One note of a hand-over, with what it said before',
    needs: onCallReadPermission,
    query: noQuery,
    reply: s.handoverNoteDetailSchema,
  }),
  changeHandover: put('/oncall/schedules/:name/handovers/:id', {
    summary: 'Change the note of a hand-over; what it said before is kept',
    needs: onCallHandoverUpdatePermission,
    body: s.changeHandoverSchema,
    reply: s.handoverNoteSchema,
  }),
} as const;
