import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { alertmanagerSamples } from './alertmanager.samples';
import { bounded, bounds, firstText } from './bounds';
import { labelFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels, labelsSchema, readLabels } from './labels';
import { readLinks, type Link } from './links';
import { mustBe } from './refusals';

const text = z.string(mustBe('a text')).nullish();

const alertSchema = z.object(
  {
    status: z.enum(['firing', 'resolved'], mustBe('"firing" or "resolved"')),
    labels: labelsSchema,
    annotations: labelsSchema,
    startsAt: text,
    endsAt: text,
    generatorURL: text,
    fingerprint: text,
  },
  mustBe('an object with the status and the labels of an alert'),
);

const alerts = mustBe(
  `a list of at most ${bounds.alerts} alerts, as version 4 of the webhook has it`,
);

const payloadSchema = z.object(
  {
    // Counted before each is looked at, so that a refusal stays short.
    alerts: z
      .array(z.unknown(), alerts)
      .max(bounds.alerts, alerts)
      .pipe(z.array(alertSchema)),
    truncatedAlerts: z.int().min(0).optional().catch(undefined),
  },
  mustBe("an object, the payload of Alertmanager's webhook"),
);

type AlertmanagerPayload = z.output<typeof payloadSchema>;
type AlertmanagerAlert = AlertmanagerPayload['alerts'][number];

/**
 * Prometheus Alertmanager by its webhook receiver, version 4. Each alert of a group counts by its own status.
 *
 * @public
 */
export const alertmanager: AlertSource = {
  id: 'alertmanager',
  title: 'Prometheus Alertmanager',
  payload: payloadSchema,
  toSignals: payload =>
    payload.alerts.map(alert =>
      toSignal(alert, remarkOn(payload.truncatedAlerts)),
    ),
  samples: alertmanagerSamples,
} satisfies AlertSource<AlertmanagerPayload>;

function toSignal(alert: AlertmanagerAlert, remark: string): AlertSignal {
  const labels = readLabels(alert.labels);
  const annotations = readLabels(alert.annotations);
  const description = firstText(
    bounds.description - remark.length,
    annotations.description,
    annotations.message,
  );
  return {
    fingerprint:
      nameOrDigest(alert.fingerprint, bounds.fingerprint) ??
      labelFingerprint(labels),
    status: alert.status,
    title:
      firstText(
        bounds.title,
        annotations.summary,
        annotations.title,
        labels.alertname,
      ) ?? 'Alert without a name',
    description: `${description ?? ''}${remark}`.trim() || undefined,
    severity: firstText(bounds.severity, labels.severity, labels.priority),
    entityRef: firstText(
      bounds.entityRef,
      ...[labels, annotations].flatMap(said => [
        said.backstage_entity,
        said.entity_ref,
      ]),
    ),
    labels: boundedLabels(labels),
    links: linksOf(alert, annotations),
    startedAt: readInstant(alert.startsAt),
    // While an alert fires, `endsAt` is only when it would end by itself.
    resolvedAt:
      alert.status === 'resolved' ? readInstant(alert.endsAt) : undefined,
  };
}

function linksOf(
  alert: AlertmanagerAlert,
  annotations: Record<string, string>,
): Link[] {
  const { runbook_url, runbook, dashboard_url, dashboard } = annotations;
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: runbook_url },
    { title: 'Runbook', type: 'runbook', url: runbook },
    { title: 'Dashboard', type: 'dashboard', url: dashboard_url },
    { title: 'Dashboard', type: 'dashboard', url: dashboard },
    { title: 'Query in Prometheus', type: 'alert', url: alert.generatorURL },
  ]);
}

function remarkOn(truncated: number | undefined): string {
  return truncated
    ? bounded(
        `\n\nAlertmanager left out ${truncated} more of this group (max_alerts of its receiver).`,
        200,
      )
    : '';
}
