import type {
  AlertSignal,
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { headerOf } from './bodies';
import { bounds } from './bounds';
import { nameOrDigest } from './fingerprints';
import { alertSignal } from './jira-service-management/alert';
import { jiraServiceManagementGuide } from './jira-service-management/guide';
import { issueSignal, issueStatus } from './jira-service-management/issue';
import { jiraServiceManagementSamples } from './jira-service-management.samples';
import { hmacMatches, headerValues } from './signatures';
import { objectBody, recordOf, refuse, textOf } from './tolerant';

type JiraPayload = { body: Record<string, unknown> } & (
  | { about: 'alert' | 'issue'; status: AlertSignal['status'] }
  | { about: 'nothing'; remark: string }
);

/** What else can be done to an alert does not tell whether it is open. */
const actions = new Map<string, AlertSignal['status']>([
  ['create', 'firing'],
  ['unacknowledge', 'firing'],
  ['escalate', 'firing'],
  ['escalatenext', 'firing'],
  ['acknowledge', 'acknowledged'],
  ['close', 'resolved'],
  ['delete', 'resolved'],
]);

const payloadSchema = objectBody(
  'an object, an alert action or an issue of Jira Service Management',
).transform((body, context): JiraPayload => {
  if (recordOf(body.alert)) return readAction(body, context);
  if (recordOf(body.issue)) return readIssue(body, context);
  return refuse(context, ['alert'], {
    expected: 'an object, or there must be an issue',
    input: body.alert,
  });
}) satisfies z.ZodType<JiraPayload>;

/**
 * Jira Service Management by the webhook of its operations, and by the issues of projects in which issues are the alerts.
 *
 * @public
 */
export const jiraServiceManagement: AlertSource = {
  id: 'jira-service-management',
  title: 'Jira Service Management',
  payload: payloadSchema,
  isGenuine: (request, secret) =>
    hmacMatches(request.rawBody, secret, signaturesOf(request)),
  // A webhook of Jira has the same one when it is tried again.
  deliveryKey: (_, request) =>
    nameOrDigest(
      headerOf(request, 'x-atlassian-webhook-identifier'),
      bounds.deliveryKey,
    ),
  toSignals: payload => {
    if (payload.about === 'nothing') return [];
    const toSignal = payload.about === 'alert' ? alertSignal : issueSignal;
    return [toSignal(payload.body, payload.status)];
  },
  remark: payload => (payload.about === 'nothing' ? payload.remark : undefined),
  guide: jiraServiceManagementGuide,
  samples: jiraServiceManagementSamples,
} satisfies AlertSource<JiraPayload>;

function readAction(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): JiraPayload {
  const action = textOf(body.action)?.trim();
  if (!action) {
    const expected = 'a text such as "Create" or "Close"';
    return refuse(context, ['action'], { expected, input: body.action });
  }
  const status = actions.get(action.toLowerCase());
  if (status) return { body, about: 'alert', status };
  const shown = action.slice(0, 50);
  const remark = `The action "${shown}" does not tell whether its alert is open`;
  return { body, about: 'nothing', remark };
}

/** The webhook of an automation rule has no event. */
function readIssue(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): JiraPayload {
  const event = textOf(body.webhookEvent)?.trim();
  if (event && !event.startsWith('jira:issue_')) {
    const remark = `An event "${event.slice(0, 50)}" of Jira brings no alert`;
    return { body, about: 'nothing', remark };
  }
  const status = issueStatus(body);
  if (status) return { body, about: 'issue', status };
  return refuse(context, ['issue', 'fields', 'status'], {
    expected: 'a status with its category, "new", "indeterminate" or "done"',
    input: recordOf(recordOf(body.issue)?.fields)?.status,
  });
}

function signaturesOf(request: WebhookRequest): string[] {
  return headerValues(request, 'x-hub-signature').flatMap(value =>
    value.startsWith('sha256=') ? [value.slice('sha256='.length)] : [],
  );
}
