import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { readJsonOrForm } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { expandedName, isUnexpanded } from './placeholders';
import { readTags } from './tags';
import { objectBody, refuse, textOf } from './tolerant';
import { uptimerobotSamples } from './uptimerobot.samples';

/** The variables of UptimeRobot, without those that it left as they are. */
type Said = Partial<Record<string, string>>;
type Kind = 'down' | 'up' | 'expiry';

type UptimeRobotPayload = {
  said: Said;
  /** Absent when the delivery brings no alert. */
  kind?: Kind;
};

const kinds = new Map<string | undefined, Kind>([
  ['1', 'down'],
  ['2', 'up'],
  ['3', 'expiry'],
  ['down', 'down'],
  ['up', 'up'],
  ['ssl expiry', 'expiry'],
  ['domain expiry', 'expiry'],
  ['ssl & domain expiry', 'expiry'],
]);

const body = `{
  "monitorID": "*monitorID*",
  "monitorURL": "*monitorURL*",
  "monitorFriendlyName": "*monitorFriendlyName*",
  "alertType": "*alertType*",
  "alertTypeFriendlyName": "*alertTypeFriendlyName*",
  "alertDetails": "*alertDetails*",
  "alertDateTime": "*alertDateTime*",
  "sslExpiryDate": "*sslExpiryDate*",
  "sslExpiryDaysLeft": "*sslExpiryDaysLeft*"
}`;

const payloadSchema = objectBody(
  'an object, the variables of UptimeRobot',
).transform((written, context): UptimeRobotPayload => {
  const said = readVariables(written);
  const type = said.alertType ?? said.alertTypeFriendlyName;
  const kind =
    kinds.get(said.alertType) ??
    kinds.get(said.alertTypeFriendlyName?.toLowerCase());
  if (kind) return { said, kind };
  // The test of an integration may leave every variable as it is.
  if (!type && written.alertType && !said.monitorID) return { said };
  return refuse(context, ['alertType'], {
    expected: '"1" for down, "2" for up or "3" for an expiry',
    input: written.alertType,
  });
}) satisfies z.ZodType<UptimeRobotPayload>;

/**
 * UptimeRobot by a webhook integration, with a body of JSON or as a form.
 *
 * @public
 */
export const uptimerobot: AlertSource = {
  id: 'uptimerobot',
  title: 'UptimeRobot',
  payload: payloadSchema,
  readBody: readJsonOrForm,
  toSignals: ({ said, kind }) => (kind ? [toSignal(said, kind)] : []),
  remark: () => 'No variable was replaced: a test brings no alert',
  guide: {
    steps: [
      'Open **Integrations & API → Integrations** in UptimeRobot and click **Add** beside **Webhook**.',
      'Enter a **Friendly name** and, as **URL to notify**, `{url}/{token}`. Send nothing as query string: what stands in the address is not read. Where the plan has **Custom headers**, `{url}` with `Authorization: Bearer {token}` is better.',
      `Tick **Send as JSON** and paste this as **POST value**:\n\n\`\`\`json\n${body}\n\`\`\``,
      'Choose **Up events**, **Down events** and **SSL & domain expiry** as the events to notify about, and click **Create integration**.',
      'Tick the integration in each monitor, under **How will we notify you?**.',
    ],
    token: 'path',
    reference:
      'https://help.uptimerobot.com/en/articles/14498593-webhook-integration',
    notes: [
      'An alert is known by the number of its monitor; **Up** resolves **Down**. An expiry is an alert of its own, which UptimeRobot never takes back: resolve it by hand.',
      'UptimeRobot has no severity. Fields that you add to the POST value, such as `"service": "checkout"` or `"severity": "high"`, become labels; `backstage_entity` among them names the entity, `runbook_url` becomes a link, `monitorTags` is read as a list of tags.',
      'Variables that were not replaced (`*sslExpiryDate*`) count as absent. A form (`monitorID=*monitorID*&alertType=*alertType*…`) works as well as JSON.',
    ],
  },
  samples: uptimerobotSamples,
} satisfies AlertSource<UptimeRobotPayload>;

const known = new Set([
  'monitorID',
  'monitorURL',
  'monitorFriendlyName',
  'monitorTags',
  'monitorAlertContacts',
  'alertType',
  'alertTypeFriendlyName',
  'alertDetails',
  'alertDuration',
  'alertFriendlyDuration',
  'alertDateTime',
  'sslExpiryDate',
  'sslExpiryDaysLeft',
  'domainExpireDate',
  'dashboardUrl',
  'friendlyMessage',
]);

function toSignal(said: Said, kind: Kind): AlertSignal {
  const name = firstText(
    bounds.title,
    said.monitorFriendlyName,
    said.monitorURL,
  );
  const tags = readTags(said.monitorTags);
  const added = Object.entries(said).filter(([field]) => !known.has(field));
  const labels = {
    ...(said.monitorFriendlyName && { monitor: said.monitorFriendlyName }),
    ...tags,
    ...(Object.fromEntries(added) as Record<string, string>),
  };
  const id =
    nameOrDigest(expandedName(said.monitorID), bounds.fingerprint - 10) ??
    derivedFingerprint(name ?? '', undefined, {});
  const at = readEpoch(said.alertDateTime);
  return {
    fingerprint: kind === 'expiry' ? `${id}-expiry` : id,
    status: kind === 'up' ? 'resolved' : 'firing',
    title: titleOf(name ?? 'Monitor without a name', kind),
    description: firstText(bounds.description, descriptionOf(said)),
    severity: firstText(bounds.severity, said.severity, tags.severity),
    entityRef: namedEntity(said, tags),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: said.runbook_url },
      { title: 'UptimeRobot', type: 'alert', url: said.dashboardUrl },
      { title: 'Checked address', type: 'other', url: said.monitorURL },
    ]),
    startedAt: kind === 'up' ? undefined : at,
    resolvedAt: kind === 'up' ? at : undefined,
  };
}

function titleOf(name: string, kind: Kind): string {
  return kind === 'expiry'
    ? firstText(bounds.title, `Expiry at ${name}`)!
    : name;
}

function descriptionOf(said: Said): string {
  const { sslExpiryDate, sslExpiryDaysLeft, domainExpireDate } = said;
  const daysLeft = sslExpiryDaysLeft ? `, ${sslExpiryDaysLeft} days left` : '';
  return [
    said.alertDetails ?? said.friendlyMessage,
    sslExpiryDate && `The certificate expires ${sslExpiryDate}${daysLeft}`,
    domainExpireDate && `The domain expires ${domainExpireDate}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function readVariables(written: Record<string, unknown>): Said {
  return Object.fromEntries(
    Object.entries(written)
      .slice(0, bounds.labelsRead)
      .flatMap(([name, value]) => {
        const text = textOf(value)?.trim();
        const isVariable =
          !text ||
          text === name ||
          /^\*[A-Za-z]+\*$/.test(text) ||
          isUnexpanded(text);
        return isVariable || name === '__proto__' ? [] : [[name, text]];
      }),
  );
}
