import { z } from 'zod';
import { get, post } from './endpoint';
import {
  incidentReadPermission,
  pageAcknowledgePermission,
  pageCreatePermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about who is paged for an incident. */
export const pagingEndpoints = {
  listPages: get('/incidents/:key/pages', {
    summary: 'Who was paged for an incident, how, when, and what they answered',
    needs: incidentReadPermission,
    query: noQuery,
    reply: s.onCallPagesSchema,
  }),
  acknowledgePage: post('/incidents/:key/pages/acknowledge', {
    summary: 'Say that one is on it: nobody else is paged',
    needs: pageAcknowledgePermission,
    body: s.nothingSchema,
    reply: s.onCallPageSchema,
  }),
  handOnPage: post('/incidents/:key/pages/hand-on', {
    summary: 'Say that one cannot take it: who is next is paged at once',
    needs: pageAcknowledgePermission,
    body: s.handOnSchema,
    reply: s.onCallPageSchema,
  }),
  pageSomebody: post('/incidents/:key/pages', {
    summary: 'Page somebody else too: a user, a group or a level of an entity',
    needs: pageCreatePermission,
    body: s.pageSomebodySchema,
    reply: s.onCallPageSchema,
    status: 201,
  }),
} as const;
