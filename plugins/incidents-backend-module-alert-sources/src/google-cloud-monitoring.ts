import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { googleCloudMonitoringSamples } from './google-cloud-monitoring.samples';
import { boundedLabels, readLabels } from './labels';
import { readLinks, type Link } from './links';
import { namedLinks, noteFields } from './notes';
import { expanded, expandedName } from './placeholders';
import { mustBe } from './refusals';
import { looseText, membersOf, recordOf, textOf } from './tolerant';

const statuses = {
  open: 'firing',
  acknowledged: 'acknowledged',
  closed: 'resolved',
} as const satisfies Record<string, AlertSignal['status']>;

const incident = mustBe('the incident, an object with a state');

const payloadSchema = z.object(
  {
    version: looseText,
    incident: z.looseObject(
      {
        state: z.preprocess(
          state =>
            typeof state === 'string' ? state.trim().toLowerCase() : state,
          z.enum(
            Object.keys(statuses) as Array<keyof typeof statuses>,
            mustBe('"open", "acknowledged" or "closed"'),
          ),
        ),
      },
      incident,
    ),
  },
  mustBe('an object, the payload of a webhook of Cloud Monitoring'),
);

type GooglePayload = z.output<typeof payloadSchema>;
type Incident = GooglePayload['incident'];

/**
 * Google Cloud Monitoring by a webhook notification channel: version 1.2, and 1.1 of before.
 *
 * @public
 */
export const googleCloudMonitoring: AlertSource = {
  id: 'google-cloud-monitoring',
  title: 'Google Cloud Monitoring',
  payload: payloadSchema,
  toSignals: payload => (isTest(payload) ? [] : [toSignal(payload.incident)]),
  remark: () => 'The test notification of Cloud Monitoring brings no alert',
  guide: {
    steps: [
      'Open **Monitoring → Alerting → Edit notification channels** in the Google Cloud console, and under **Webhooks** click **Add new**.',
      'As **Endpoint URL** enter `{url}`, tick **Use HTTP Basic Auth**, and enter any **Auth Username** and, as **Auth Password**, `{token}`.',
      'Click **Test Connection**: the portal answers that a test brings no alert. Then **Save**.',
      'In each policy under **Alerting → Policies** open **Notifications and name**, choose the channel, and tick **Notify on incident closure**.',
    ],
    token: 'basic',
    reference:
      'https://cloud.google.com/monitoring/support/notification-options#webhooks',
    notes: [
      'An alert is known by `incident_id`. An incident that closes resolves it.',
      'The **Policy severity level** is the severity hint; `No severity` is none.',
      'The user labels of the policy become labels; `backstage_entity: checkout` names the entity. Values of such labels have no slashes and colons, so for others than components of the default namespace write a line `backstage_entity: resource:default/orders-db` into the documentation of the policy, where `runbook_url: https://…` is read too.',
    ],
  },
  samples: googleCloudMonitoringSamples,
} satisfies AlertSource<GooglePayload>;

function isTest({ version }: GooglePayload): boolean {
  return version?.trim().toLowerCase() === 'test';
}

function toSignal(said: Incident): AlertSignal {
  const status = statuses[said.state];
  const note = documentationOf(said);
  const fields = noteFields(note);
  const userLabels = readLabels(recordOf(said.policy_user_labels));
  const labels = labelsOf(said, userLabels);
  const title = titleOf(said);
  return {
    fingerprint:
      nameOrDigest(expandedName(said.incident_id), bounds.fingerprint) ??
      derivedFingerprint(title ?? '', undefined, labels),
    status,
    title: title ?? 'Incident without a name',
    description: firstText(
      bounds.description,
      [expanded(said.summary), note].filter(Boolean).join('\n\n'),
    ),
    severity: severityOf(said),
    entityRef: namedEntity(userLabels, fields),
    labels: boundedLabels(labels),
    links: linksOf(said, fields),
    startedAt: readEpoch(said.started_at),
    resolvedAt: status === 'resolved' ? readEpoch(said.ended_at) : undefined,
  };
}

function titleOf(said: Incident): string | undefined {
  const names = [expanded(said.policy_name), expanded(said.condition_name)];
  return firstText(
    bounds.title,
    expanded(recordOf(said.documentation)?.subject),
    [...new Set(names)].filter(Boolean).join(': '),
    expanded(said.summary),
  );
}

function severityOf(said: Incident): string | undefined {
  const severity = firstText(bounds.severity, expanded(said.severity));
  return severity?.toLowerCase() === 'no severity' ? undefined : severity;
}

/** A text in tests and in version 1.1. */
function documentationOf(said: Incident): string | undefined {
  return (
    expanded(said.documentation) ??
    expanded(recordOf(said.documentation)?.content)
  );
}

function labelsOf(
  said: Incident,
  userLabels: Record<string, string>,
): Record<string, string> {
  const [resource, metric, metadata] = [
    ...[said.resource, said.metric, said.metadata],
  ].map(recordOf);
  const own = {
    project: said.scoping_project_id,
    policy: said.policy_name,
    condition: said.condition_name,
    resource_type: resource?.type,
    resource: said.resource_display_name ?? said.resource_name,
    metric: metric?.type,
  };
  const labels = {
    ...readLabels(recordOf(resource?.labels)),
    ...readLabels(recordOf(metric?.labels)),
    ...readLabels(recordOf(metadata?.user_labels)),
    ...readLabels(own),
    ...userLabels,
  };
  return Object.fromEntries(
    Object.entries(labels).filter(([, value]) => value.trim() !== ''),
  );
}

function linksOf(said: Incident, fields: Record<string, string>): Link[] {
  const documented = membersOf(recordOf(said.documentation)?.links).map(
    recordOf,
  );
  return readLinks([
    ...namedLinks(fields),
    ...documented.map(link => {
      const title = textOf(link?.displayName);
      return {
        title,
        url: textOf(link?.url),
        type: linkType(title ?? ''),
      };
    }),
    {
      title: 'Incident in Cloud Monitoring',
      type: 'alert',
      url: textOf(said.url),
    },
  ]);
}

function linkType(title: string): Link['type'] {
  if (/runbook|playbook/i.test(title)) return 'runbook';
  return /dashboard/i.test(title) ? 'dashboard' : 'other';
}
