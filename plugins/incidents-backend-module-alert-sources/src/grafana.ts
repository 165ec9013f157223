import type {
  AlertSignal,
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { linkTo } from './addresses';
import { headerOf } from './bodies';
import { bounded, bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { labelFingerprint, nameOrDigest } from './fingerprints';
import { grafanaGuide } from './grafana.guide';
import { grafanaSamples } from './grafana.samples';
import { readLegacyRule, type GrafanaReading } from './grafanaLegacy';
import { readInstant } from './instants';
import { boundedLabels, readLabels } from './labels';
import { readLinks, type Link } from './links';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import { headerValues, hmacMatches, isRecent } from './signatures';
import { looseRecord, looseText, objectBody } from './tolerant';

const alertSchema = z.object(
  {
    status: z.enum(['firing', 'resolved'], mustBe('"firing" or "resolved"')),
    labels: looseRecord,
    annotations: looseRecord,
    startsAt: looseText,
    endsAt: looseText,
    valueString: looseText,
    generatorURL: looseText,
    fingerprint: looseText,
    silenceURL: looseText,
    dashboardURL: looseText,
    panelURL: looseText,
  },
  mustBe('an object with the status and the labels of an alert'),
);

const alerts = mustBe(`a list of at most ${bounds.alerts} alerts`);

const groupSchema = z.object({
  alerts: z
    .array(z.unknown(), alerts)
    .max(bounds.alerts, alerts)
    .pipe(z.array(alertSchema)),
  externalURL: looseText,
  truncatedAlerts: z.int().min(0).optional().catch(undefined),
});

type GrafanaGroup = z.output<typeof groupSchema>;
type GrafanaAlert = GrafanaGroup['alerts'][number];

const payloadSchema = objectBody(
  'an object, the payload of a webhook of Grafana',
).transform((body, context): GrafanaReading => {
  const isLegacy = body.alerts === undefined && body.state !== undefined;
  if (isLegacy) return readLegacyRule(body, context);
  const group = groupSchema.safeParse(body);
  if (group.success) return readGroup(group.data);
  for (const { path, message } of group.error.issues) {
    context.issues.push({ code: 'custom', path, message, input: body });
  }
  return z.NEVER;
});

/**
 * Grafana by the webhook contact point of its alerting, or by the webhook channel of the dashboard alerts that came before it.
 *
 * @public
 */
export const grafana: AlertSource = {
  id: 'grafana',
  title: 'Grafana',
  payload: payloadSchema,
  isGenuine,
  toSignals: payload => payload.signals,
  remark: payload => payload.remark,
  guide: grafanaGuide,
  samples: grafanaSamples,
} satisfies AlertSource<GrafanaReading>;

/** With a timestamp header, Grafana signs its value, a colon and the body. */
function isGenuine(
  request: WebhookRequest,
  secret: string,
  now: Date,
): boolean {
  const signatures = headerValues(request, 'x-grafana-alerting-signature');
  const timestamp = headerOf(request, 'x-grafana-alerting-timestamp').trim();
  if (!timestamp) return hmacMatches(request.rawBody, secret, signatures);
  const signed = Buffer.concat([Buffer.from(`${timestamp}:`), request.rawBody]);
  return (
    hmacMatches(signed, secret, signatures) &&
    isRecent(readEpoch(timestamp), now)
  );
}

function readGroup(group: GrafanaGroup): GrafanaReading {
  const real = group.alerts.filter(alert => !isTest(alert));
  const signals = real.map(alert => toSignal(alert, group));
  const isOnlyTest = real.length === 0 && group.alerts.length > 0;
  return {
    signals,
    remark: isOnlyTest
      ? 'This is the test of a contact point of Grafana, which brings no alert'
      : undefined,
  };
}

/** The labels that the button "Test" of a contact point writes. */
function isTest({ labels }: GrafanaAlert): boolean {
  return labels?.alertname === 'TestAlert' && labels.instance === 'Grafana';
}

function toSignal(alert: GrafanaAlert, group: GrafanaGroup): AlertSignal {
  const labels = readLabels(alert.labels);
  const annotations = readLabels(alert.annotations);
  const remark = truncationOf(group.truncatedAlerts);
  const description = firstText(
    bounds.description - remark.length,
    annotations.description,
    annotations.message,
    alert.valueString,
  );
  return {
    fingerprint:
      nameOrDigest(expandedName(alert.fingerprint), bounds.fingerprint) ??
      labelFingerprint(labels),
    status: alert.status,
    title:
      firstText(
        bounds.title,
        annotations.summary,
        annotations.title,
        nameOf(labels),
      ) ?? 'Alert without a name',
    description: `${description ?? ''}${remark}`.trim() || undefined,
    severity: firstText(bounds.severity, labels.severity, labels.priority),
    entityRef: namedEntity(labels, annotations),
    labels: boundedLabels(labels),
    links: linksOf(alert, annotations, group.externalURL),
    startedAt: readInstant(alert.startsAt),
    resolvedAt:
      alert.status === 'resolved' ? readInstant(alert.endsAt) : undefined,
  };
}

/** A rule without data, or whose query fails, is an alert of its own name, with that of the rule in another label. */
function nameOf(labels: Record<string, string>): string | undefined {
  const { alertname, rulename } = labels;
  if (!rulename) return alertname;
  if (alertname === 'DatasourceNoData') return `${rulename}: no data`;
  return alertname === 'DatasourceError'
    ? `${rulename}: its query fails`
    : rulename;
}

function linksOf(
  alert: GrafanaAlert,
  annotations: Record<string, string>,
  base: string | undefined,
): Link[] {
  const { runbook_url, runbook, dashboard_url } = annotations;
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: runbook_url },
    { title: 'Runbook', type: 'runbook', url: runbook },
    {
      title: 'Panel',
      type: 'dashboard',
      url: linkTo(alert.panelURL, base),
    },
    {
      title: 'Dashboard',
      type: 'dashboard',
      url: linkTo(alert.dashboardURL, base),
    },
    { title: 'Dashboard', type: 'dashboard', url: dashboard_url },
    {
      title: 'Rule in Grafana',
      type: 'alert',
      url: linkTo(alert.generatorURL, base),
    },
    {
      title: 'Silence in Grafana',
      type: 'other',
      url: linkTo(alert.silenceURL, base),
    },
  ]);
}

function truncationOf(truncated: number | undefined): string {
  return truncated
    ? bounded(
        `\n\nGrafana left out ${truncated} more of this group (Max Alerts of its contact point).`,
        200,
      )
    : '';
}
