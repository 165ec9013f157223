import type {
  AlertSignal,
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { bodyText, readJson } from './bodies';
import { sentryGuide } from './sentry.guide';
import { sentrySamples } from './sentry.samples';
import {
  eventSignal,
  isSample,
  issueSignal,
  metricSignal,
} from './sentrySignals';
import { headerValues, hmacMatches } from './signatures';
import { objectBody, recordOf, refuse, textOf } from './tolerant';

type SentryReading = { signals: AlertSignal[]; remark?: string };
type Said = Record<string, unknown>;

const metricStatuses: Partial<Record<string, AlertSignal['status']>> = {
  critical: 'firing',
  warning: 'firing',
  open: 'firing',
  resolved: 'resolved',
  // As numbers, those of `metric_alert.status`.
  '1': 'firing',
  '2': 'resolved',
  '10': 'firing',
  '20': 'firing',
};

const endOfIssue = new Set(['resolved', 'archived', 'ignored']);

const payloadSchema = objectBody(
  'an object, the payload of a webhook of Sentry',
).transform((body, context): SentryReading => {
  const action = textOf(body.action)?.trim().toLowerCase() ?? '';
  const data = recordOf(body.data);
  if (!data) {
    return isOfPlugin(body)
      ? readEvent(pluginEvent(body), {})
      : refuse(context, ['data'], {
          expected: 'an object, what the webhook is about',
          input: body.data,
        });
  }
  const { metric_alert, event, issue } = data;
  const metric = recordOf(metric_alert);
  if (metric) return readMetric(metric, { action, data, context });
  const subject = recordOf(event);
  if (subject && action === 'triggered') return readEvent(subject, data);
  const thing = recordOf(issue);
  return thing ? readIssue(thing, action, data) : { signals: [] };
});

/**
 * Sentry by an integration of its own organization: issue alerts, metric alerts and the end of issues.
 *
 * @public
 */
export const sentry: AlertSource = {
  id: 'sentry',
  title: 'Sentry',
  payload: payloadSchema,
  readBody: request => readJson(bodyText(request)),
  isGenuine,
  toSignals: payload => payload.signals,
  remark: payload =>
    payload.signals.length > 0
      ? undefined
      : payload.remark ??
        'Only issue alerts, metric alerts and the end of issues of Sentry bring alerts',
  guide: sentryGuide,
  samples: sentrySamples,
} satisfies AlertSource<SentryReading>;

function isGenuine(request: WebhookRequest, secret: string): boolean {
  const signatures = headerValues(request, 'sentry-hook-signature');
  return hmacMatches(request.rawBody, secret, signatures);
}

function readMetric(
  metric: Said,
  told: { action: string; data: Said; context: z.RefinementCtx },
): SentryReading {
  const { action, data, context } = told;
  const status =
    metricStatuses[action] ?? metricStatuses[textOf(metric.status) ?? ''];
  return status
    ? { signals: [metricSignal(metric, status, { action, data })] }
    : refuse(context, ['action'], {
        expected: '"critical", "warning" or "resolved"',
        input: action,
      });
}

function readEvent(event: Said, data: Said): SentryReading {
  return isSample(event)
    ? {
        signals: [],
        remark: 'This is a test notification of Sentry, which brings no alert',
      }
    : { signals: [eventSignal(event, data)] };
}

/** Without an alert that asked for it, no issue fires. */
function readIssue(issue: Said, action: string, data: Said): SentryReading {
  if (endOfIssue.has(action)) {
    return { signals: [issueSignal(issue, 'resolved', data)] };
  }
  return action === 'triggered'
    ? { signals: [issueSignal(issue, 'firing', data)] }
    : {
        signals: [],
        remark:
          'This change of an issue of Sentry brings no alert: only alert rules fire, and the end of an issue resolves',
      };
}

/** The older WebHooks plugin of a project sends its event without an envelope, and signs nothing. */
function isOfPlugin(body: Said): boolean {
  return recordOf(body.event) !== undefined && textOf(body.url) !== undefined;
}

function pluginEvent(body: Said): Said {
  const { id, url, level, culprit, message, project_slug: project } = body;
  return {
    ...{ level, culprit, message, project },
    ...recordOf(body.event),
    ...{ issue_id: id, web_url: url },
  };
}
