import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { boundedLabels, readLabels } from './labels';
import { readLinks } from './links';
import { opsgenieGuide } from './opsgenie.guide';
import { opsgenieSamples } from './opsgenie.samples';
import { expanded, expandedName } from './placeholders';
import { readTags } from './tags';
import { membersOf, objectBody, recordOf, refuse, textOf } from './tolerant';

type OpsgenieReading = {
  action: string;
  alert: Record<string, unknown>;
  /** Absent when the action does not say whether the alert is open. */
  status?: AlertSignal['status'];
};

const statuses: Partial<Record<string, AlertSignal['status']>> = {
  create: 'firing',
  unacknowledge: 'firing',
  acknowledge: 'acknowledged',
  close: 'resolved',
  delete: 'resolved',
};

const payloadSchema = objectBody(
  'an object, the payload of an outgoing webhook of Opsgenie',
).transform((body, context): OpsgenieReading => {
  const action = expanded(body.action);
  if (!action) {
    return refuse(context, ['action'], {
      expected: 'the name of an action, such as "Create" or "Close"',
      input: body.action,
    });
  }
  const alert = recordOf(body.alert);
  if (!alert) {
    return refuse(context, ['alert'], {
      expected: 'an object, the alert',
      input: body.alert,
    });
  }
  return { action, alert, status: statuses[action.toLowerCase()] };
});

/**
 * Opsgenie by its outgoing webhook integration.
 *
 * @public
 */
export const opsgenie: AlertSource = {
  id: 'opsgenie',
  title: 'Opsgenie',
  payload: payloadSchema,
  toSignals: payload =>
    payload.status ? [toSignal(payload.alert, payload.status)] : [],
  remark: ({ action, status }) =>
    status
      ? undefined
      : `The action ${JSON.stringify(
          action.slice(0, 100),
        )} neither opens, acknowledges nor closes an alert`,
  guide: opsgenieGuide,
  samples: opsgenieSamples,
} satisfies AlertSource<OpsgenieReading>;

function toSignal(
  alert: Record<string, unknown>,
  status: AlertSignal['status'],
): AlertSignal {
  const title = firstText(bounds.title, textOf(alert.message));
  const tags = readTags(alert.tags);
  const details = readLabels(recordOf(alert.details));
  const labels = { ...labelsOf(alert), ...tags, ...details };
  return {
    fingerprint: keyOf(alert, title),
    status,
    title: title ?? 'Alert without a message',
    description: firstText(bounds.description, textOf(alert.description)),
    severity: firstText(
      bounds.severity,
      expanded(alert.priority),
      details.severity,
      tags.severity,
    ),
    entityRef: namedEntity(details, tags),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: details.runbook_url },
      { title: 'Runbook', type: 'runbook', url: details.runbook },
      { title: 'Dashboard', type: 'dashboard', url: details.dashboard_url },
      { title: 'Dashboard', type: 'dashboard', url: details.dashboard },
      { title: 'Alert', type: 'alert', url: details.url },
      { title: 'Alert', type: 'alert', url: details.link },
    ]),
    startedAt: readEpoch(alert.createdAt),
    resolvedAt: status === 'resolved' ? readEpoch(alert.updatedAt) : undefined,
  };
}

/** Its alias may be one word for all alerts, and is free for another alert once this one is closed. */
function keyOf(
  alert: Record<string, unknown>,
  title: string | undefined,
): string {
  return (
    nameOrDigest(expandedName(alert.alertId), bounds.fingerprint) ??
    nameOrDigest(expandedName(alert.id), bounds.fingerprint) ??
    derivedFingerprint(
      title ?? '',
      undefined,
      readLabels({
        alias: expandedName(alert.alias),
        entity: expandedName(alert.entity),
        tinyId: expandedName(alert.tinyId),
      }),
    )
  );
}

function labelsOf(alert: Record<string, unknown>): Record<string, string> {
  const said = {
    entity: expanded(alert.entity),
    source: expanded(alert.source),
    alias: expandedName(alert.alias),
    team: expanded(alert.team),
    responders: membersOf(alert.responders)
      .flatMap(responder => expanded(recordOf(responder)?.name) ?? [])
      .join(', '),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
}
