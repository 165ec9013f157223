import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { bodyText, readJson } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { newrelicGuide } from './newrelic.guide';
import { newrelicSamples } from './newrelic.samples';
import { expanded, expandedName } from './placeholders';
import { membersOf, objectBody, recordOf, refuse, textOf } from './tolerant';

type NewRelicReading = {
  said: Record<string, unknown>;
  /** Absent when the delivery brings no alert. */
  status?: AlertSignal['status'];
};

const statuses: Partial<Record<string, AlertSignal['status']>> = {
  created: 'firing',
  activated: 'firing',
  active: 'firing',
  open: 'firing',
  acknowledged: 'acknowledged',
  closed: 'resolved',
  deactivated: 'resolved',
  resolved: 'resolved',
};

const payloadSchema = objectBody(
  'an object, the payload of a webhook of New Relic',
).transform((said, context): NewRelicReading => {
  if (isTest(said)) return { said };
  const field = said.state === undefined ? 'current_state' : 'state';
  const status = statusOf(said);
  return status
    ? { said, status }
    : refuse(context, [field], {
        expected: '"CREATED", "ACTIVATED", "ACKNOWLEDGED" or "CLOSED"',
        input: said[field],
      });
});

/**
 * New Relic by a webhook of its workflows, or of the notification channels that came before them.
 *
 * @public
 */
export const newrelic: AlertSource = {
  id: 'newrelic',
  title: 'New Relic',
  payload: payloadSchema,
  readBody: request => readJson(bodyText(request)),
  toSignals: payload =>
    payload.status ? [toSignal(payload.said, payload.status)] : [],
  remark: payload =>
    payload.status
      ? undefined
      : 'This is a test notification of New Relic, which brings no alert',
  guide: newrelicGuide,
  samples: newrelicSamples,
} satisfies AlertSource<NewRelicReading>;

function toSignal(
  said: Record<string, unknown>,
  status: AlertSignal['status'],
): AlertSignal {
  const title = firstText(
    bounds.title,
    first(said.title),
    first(said.issueTitle),
    first(said.condition_name),
    first(said.details),
  );
  const labels = labelsOf(said);
  return {
    fingerprint: keyOf(said, title),
    status,
    title: title ?? 'Issue without a title',
    description: firstText(
      bounds.description,
      first(said.description),
      first(said.details),
    ),
    severity: firstText(
      bounds.severity,
      first(said.priority),
      first(said.severity),
    ),
    entityRef: namedEntity(labels, said),
    labels: boundedLabels(labels),
    links: linksOf(said),
    startedAt: startOf(said),
    resolvedAt:
      status === 'resolved'
        ? instantOf(said.closedAt) ??
          instantOf(said.updatedAt) ??
          instantOf(said.timestamp)
        : undefined,
  };
}

function linksOf(said: Record<string, unknown>) {
  const runbooks = [said.runbookUrl, said.runbook_url].flatMap(listOf);
  return readLinks([
    ...runbooks.map(url => ({
      title: 'Runbook',
      type: 'runbook' as const,
      url,
    })),
    { title: 'Chart', type: 'dashboard', url: first(said.chartUrl) },
    { title: 'Chart', type: 'dashboard', url: first(said.violation_chart_url) },
    { title: 'Issue in New Relic', type: 'alert', url: first(said.issueUrl) },
    {
      title: 'Incident in New Relic',
      type: 'alert',
      url: first(said.incident_url),
    },
    { title: 'Policy', type: 'other', url: first(said.policy_url) },
  ]);
}

/** An acknowledged issue is still `ACTIVATED`. */
function statusOf(
  said: Record<string, unknown>,
): AlertSignal['status'] | undefined {
  const word = (expanded(said.state) ?? expanded(said.current_state) ?? '')
    .slice(0, 50)
    .toLowerCase();
  const status = statuses[word];
  const trigger = textOf(said.trigger)?.slice(0, 50) ?? '';
  const isAcknowledged =
    instantOf(said.acknowledgedAt) !== undefined ||
    /^(ISSUE_)?ACKNOWLEDGED$/i.test(trigger);
  return status === 'firing' && isAcknowledged ? 'acknowledged' : status;
}

/** What the button sends is about an entity that no account has; the classic one says so itself. */
function isTest(said: Record<string, unknown>): boolean {
  const titles = [said.title, said.details].map(first);
  return (
    textOf(said.current_state)?.toLowerCase() === 'test' ||
    titles.some(title => title?.trim().endsWith("on 'Some-Entity'"))
  );
}

function keyOf(
  said: Record<string, unknown>,
  title: string | undefined,
): string {
  const page = first(said.issueUrl)?.slice(0, bounds.url) ?? '';
  const ids = [said.issueId, said.id, said.incident_id].map(idOf);
  const inPage = /\/issues\/([\w-]{8,100})/.exec(page)?.[1];
  const named = ids.find(Boolean) ?? inPage;
  return (
    nameOrDigest(named, bounds.fingerprint) ??
    derivedFingerprint(title ?? '', undefined, stayingLabels(said))
  );
}

/** Templates write 0 or -1 when there is no incident. */
function idOf(value: unknown): string | undefined {
  const id = expandedName(value);
  return id && !/^-|^0$/.test(id) ? id : undefined;
}

/** What an issue is about from its beginning to its end. */
function stayingLabels(said: Record<string, unknown>): Record<string, string> {
  const { account, account_name, policy, condition, target } = labelsOf(said);
  return Object.fromEntries(
    Object.entries({ account, account_name, policy, condition, target }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function labelsOf(
  said: Record<string, unknown>,
): Partial<Record<string, string>> & Record<string, string> {
  const targets = membersOf(said.targets).map(target => recordOf(target));
  const listed = {
    account: said.accountId ?? said.account_id,
    account_name: said.account_name,
    policy: said.alertPolicyNames ?? said.policy_name,
    condition: said.alertConditionNames ?? said.condition_name,
    impacted: said.impactedEntities,
    target: targets.map(target => target?.name),
    workflow: said.workflowName,
  };
  const tags = [
    ...targets.map(target => recordOf(target?.labels)),
    recordOf(said.labels),
    recordOf(said.tags),
  ].flatMap(labels => Object.entries(labels ?? {}));
  return Object.fromEntries(
    [...Object.entries(listed), ...tags]
      .slice(0, bounds.labelsRead)
      .filter(([name]) => name !== '__proto__')
      .map(([name, value]) => [name, listOf(value).join(', ')])
      .filter(([, value]) => value !== ''),
  );
}

/** A classic payload says when it was sent, and for how many milliseconds the incident has been open by then. */
function startOf(said: Record<string, unknown>): Date | undefined {
  const created = instantOf(said.createdAt);
  const sent = instantOf(said.timestamp);
  if (created || !sent) return created;
  const duration = Number(textOf(said.duration) ?? Number.NaN);
  const start = new Date(sent.getTime() - duration);
  return start.getTime() > 0 && duration >= 0 ? start : undefined;
}

function instantOf(value: unknown): Date | undefined {
  return readEpoch(value) ?? readInstant(textOf(value));
}

/** Accumulated values come as lists, or one by one. */
function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? membersOf(value) : [value]).flatMap(
    member => expanded(member) ?? [],
  );
}

function first(value: unknown): string | undefined {
  return listOf(value)[0];
}
