import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { bodyText, readJson } from './bodies';
import { bounds, firstText } from './bounds';
import { datadogGuide } from './datadog.guide';
import { datadogSamples } from './datadog.samples';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { expanded, expandedName } from './placeholders';
import { readTags } from './tags';
import { objectBody, recordOf, refuse } from './tolerant';

/** What the template said, by names without case and punctuation; variables that were never replaced count as absent. */
type Said = Partial<Record<string, string>>;

type DatadogReading = {
  said: Said;
  tags: Record<string, string>;
  scope: Record<string, string>;
  /** Absent when the delivery brings no alert. */
  status?: AlertSignal['status'];
  /** Whether the notification is about a state that began just then. */
  isChange: boolean;
};

const firing = new Set([
  ...['triggered', 'alert', 'warn', 'warning', 'no data', 'nodata'],
  ...['renotify', 'renotified', 'error'],
]);
const recovered = new Set(['recovered', 'recovery', 'ok', 'success']);

const payloadSchema = objectBody(
  'an object, the payload of a webhook of Datadog',
).transform((body, context): DatadogReading => {
  const said = byPlainNames(body);
  const title = said.eventtitle ?? said.title ?? said.alerttitle ?? '';
  const tags = readTags(said.tags);
  const scope = readTags(said.alertscope ?? said.scope);
  const word = said.alerttransition ?? said.transition ?? stateIn(title);
  const reading = { said, tags, scope, isChange: !/^re-?/i.test(word ?? '') };
  if (/^\s*\[TEST\]/.test(title)) return reading;
  const status = statusOf(word) ?? statusOf(said.alerttype);
  return status
    ? {
        ...reading,
        status,
        isChange: reading.isChange || status === 'resolved',
      }
    : refuse(context, ['alert_transition'], {
        expected:
          '"Triggered", "Warn", "No Data", "Renotify" or "Recovered", from $ALERT_TRANSITION',
        input: body.alert_transition ?? body.transition,
      });
});

/**
 * Datadog by its webhooks integration. Its payload is a template, of which any part may be missing.
 *
 * @public
 */
export const datadog: AlertSource = {
  id: 'datadog',
  title: 'Datadog',
  payload: payloadSchema,
  readBody: request => readJson(bodyText(request)),
  toSignals: payload =>
    payload.status ? [toSignal(payload, payload.status)] : [],
  remark: payload =>
    payload.status
      ? undefined
      : 'This is the test of a monitor of Datadog, which brings no alert',
  guide: datadogGuide,
  samples: datadogSamples,
} satisfies AlertSource<DatadogReading>;

function toSignal(
  { said, tags, scope, isChange }: DatadogReading,
  status: AlertSignal['status'],
): AlertSignal {
  const title = firstText(
    bounds.title,
    said.alerttitle,
    withoutState(said.eventtitle ?? said.title),
  );
  const labels = labelsOf(said, { ...tags, ...scope });
  const at = instantOf(said.date) ?? instantOf(said.lastupdated);
  return {
    fingerprint:
      nameOrDigest(keyOf(said, scope), bounds.fingerprint) ??
      derivedFingerprint(title ?? '', undefined, scope),
    status,
    title: title ?? 'Alert without a name',
    description: firstText(
      bounds.description,
      said.textonlymsg,
      said.eventmsg,
      said.message,
      said.body,
    ),
    severity: severityOf(said, labels),
    entityRef: namedEntity(labels, said),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: said.runbookurl },
      { title: 'Runbook', type: 'runbook', url: labels.runbook_url },
      { title: 'Runbook', type: 'runbook', url: labels.runbook },
      { title: 'Event in Datadog', type: 'alert', url: said.link },
      { title: 'Graph', type: 'dashboard', url: said.snapshot },
    ]),
    startedAt: isChange && status === 'firing' ? at : undefined,
    resolvedAt: status === 'resolved' ? at : undefined,
  };
}

/** A monitor and its group: the other keys may differ between two states of the same trouble. */
function keyOf(said: Said, scope: Record<string, string>): string | undefined {
  const monitor = expandedName(said.alertid ?? said.monitorid);
  const group = Object.entries(scope)
    .map(([name, value]) => `${name}:${value}`)
    .sort()
    .join(',');
  if (monitor && group) return `${monitor}/${group}`;
  return (
    expandedName(said.aggregkey) ??
    expandedName(said.alertcyclekey) ??
    (monitor && `${monitor}/`)
  );
}

function severityOf(
  said: Said,
  labels: Record<string, string>,
): string | undefined {
  const priorities = [said.alertpriority, said.priority];
  return firstText(
    bounds.severity,
    // The priority of the event, "normal" or "low", says nothing about the monitor.
    priorities.find(word => /^P\d$/i.test(word ?? '')),
    said.severity,
    labels.severity,
    ['error', 'warning'].find(word => word === said.alerttype?.toLowerCase()),
  );
}

function labelsOf(
  said: Said,
  tags: Record<string, string>,
): Record<string, string> {
  const besides = {
    monitor_id: expandedName(said.alertid ?? said.monitorid),
    metric: said.alertmetric,
    host: said.hostname,
    org: said.orgname,
  };
  return {
    ...Object.fromEntries(
      Object.entries(besides).filter((entry): entry is [string, string] =>
        Boolean(entry[1]),
      ),
    ),
    ...tags,
  };
}

/** Words such as `Re-Triggered`, `Re-No Data` or `Warn Recovered`; also of the levels of a title. */
function statusOf(word: string | undefined): AlertSignal['status'] | undefined {
  const plain = (word ?? '').slice(0, 50).trim().toLowerCase();
  const state = plain.replace(/^re-/, '');
  if (recovered.has(state) || state.endsWith(' recovered')) return 'resolved';
  return firing.has(state) ? 'firing' : undefined;
}

const prefix =
  /^\s*(?:\[P\d\]\s*)?\[((?:Re-)?(?:Triggered|Warn|No Data|Recovered|Renotify|Alert|OK))(?: on ([^\]]{1,1000}))?\]\s*/i;

/** `[P1] [Triggered on {host:db-1}] Disk is full` is how the title of an event begins. */
function stateIn(title: string): string | undefined {
  return prefix.exec(title.slice(0, bounds.description))?.[1];
}

function withoutState(title: string | undefined): string | undefined {
  return title
    ?.slice(0, bounds.description)
    .replace(prefix, (_, __, group?: string) => (group ? `${group} ` : ''));
}

function instantOf(text: string | undefined): Date | undefined {
  return readEpoch(text) ?? readInstant(text);
}

/** `ALERT_ID`, `alertId` and `$ALERT_ID` are what we call `alertid`. */
function byPlainNames(body: Record<string, unknown>): Said {
  const org = recordOf(body.org);
  return Object.fromEntries(
    Object.entries({ orgname: org?.name, ...body })
      .slice(0, bounds.labelsRead)
      .map(([name, value]) => [
        name
          .slice(0, bounds.labelName)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, ''),
        Array.isArray(value) ? listed(value) : expanded(value),
      ]),
  );
}

function listed(values: unknown[]): string {
  return values
    .slice(0, bounds.labelsRead)
    .flatMap(value => expanded(value) ?? [])
    .join(',');
}
