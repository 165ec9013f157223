import { mockCredentials } from '@backstage/backend-test-utils';
import type { RecordedEvent } from './recording';
import { fillTimes } from './fillTimes';

/** A request to the incidents backend, below `/api/incidents`. */
export interface RecordedRequest {
  path: string;
  authorization: string;
  body: unknown;
}

/** What a request needs besides the event: everything that differs from replay to replay. */
export interface RequestContext {
  end: Date;
  keyOf(tag: string): string;
  tokenOf(integration: string): string;
}

/**
 * @throws Error when the event names an incident or an integration that is not there.
 */
export function requestOf(
  event: RecordedEvent,
  { end, keyOf, tokenOf }: RequestContext,
): RecordedRequest {
  if ('body' in event) {
    return {
      path: `/webhooks/${event.integration}`,
      authorization: `Bearer ${tokenOf(event.integration)}`,
      body: fillTimes(event.body, end),
    };
  }
  const authorization = mockCredentials.user.header(event.as);
  if ('act' in event) {
    const { incidentOf, ...body } = event.act;
    return {
      path: `/incidents/${keyOf(incidentOf)}/actions`,
      ...{ authorization, body },
    };
  }
  if ('note' in event) {
    const { incidentOf, ...body } = event.note;
    return {
      path: `/incidents/${keyOf(incidentOf)}/notes`,
      ...{ authorization, body },
    };
  }
  const { tag, ...body } = event.declare;
  return { path: '/incidents', authorization, body };
}
