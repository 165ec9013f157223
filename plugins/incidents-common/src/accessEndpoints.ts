import { get, post } from './endpoint';
import {
  definitionReadPermission,
  onCallOverrideOwnPermission,
  onCallReadPermission,
} from './permissions';
import * as s from './schemas';

/** The part of the API that is about what people must be able to log in to before a shift. */
export const accessEndpoints = {
  getAccessChecklist: get('/oncall/access', {
    summary: 'What a person must be able to log in to, of who asks by default',
    needs: definitionReadPermission,
    query: s.accessQuerySchema,
    reply: s.accessChecklistSchema,
  }),
  confirmAccess: post('/oncall/access', {
    summary: 'Confirm that one can log in to something',
    needs: onCallOverrideOwnPermission,
    body: s.confirmAccessSchema,
    reply: s.accessChecklistSchema,
  }),
  listAccessFindings: get('/oncall/access/findings', {
    summary: 'Who has not confirmed what their next shift needs',
    needs: onCallReadPermission,
    query: s.accessFindingsQuerySchema,
    reply: s.accessFindingsSchema,
  }),
} as const;
