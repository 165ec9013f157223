import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { readEpoch } from '../epochs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { readInstant } from '../instants';
import { boundedLabels } from '../labels';
import { readLinks } from '../links';
import { expandedName } from '../placeholders';
import { readTags } from '../tags';
import { membersOf, recordOf, textOf } from '../tolerant';

type Fields = Record<string, unknown>;

const categories = new Map<string | undefined, AlertSignal['status']>([
  ['new', 'firing'],
  ['undefined', 'firing'],
  ['indeterminate', 'acknowledged'],
  ['done', 'resolved'],
]);

/**
 * Whether an issue is open: by the category of its status, which has the same names in every language and workflow.
 *
 * @internal
 */
export function issueStatus(body: Fields): AlertSignal['status'] | undefined {
  if (textOf(body.webhookEvent)?.trim() === 'jira:issue_deleted') {
    return 'resolved';
  }
  const fields = fieldsOf(body);
  const category = recordOf(recordOf(fields.status)?.statusCategory);
  if (recordOf(fields.resolution)) return 'resolved';
  return categories.get(textOf(category?.key)?.toLowerCase());
}

/**
 * An issue that stands for an alert.
 *
 * @internal
 */
export function issueSignal(
  body: Fields,
  status: AlertSignal['status'],
): AlertSignal {
  const issue = recordOf(body.issue) ?? {};
  const fields = fieldsOf(body);
  const tags = readTags(fields.labels);
  const key = expandedName(issue.key);
  const title = firstText(bounds.title, textOf(fields.summary), key);
  const said = {
    issue: key,
    project: nameOf(fields.project, 'key'),
    issue_type: nameOf(fields.issuetype),
    component: membersOf(fields.components)
      .map(component => nameOf(component))
      .filter(Boolean)
      .join(', '),
  };
  return {
    // An issue that moves to another project gets another key.
    fingerprint:
      nameOrDigest(expandedName(issue.id), bounds.fingerprint) ??
      nameOrDigest(key, bounds.fingerprint) ??
      derivedFingerprint(title ?? '', undefined, {}),
    status,
    title: title ?? 'Issue without a summary',
    description: firstText(bounds.description, textOf(fields.description)),
    severity: firstText(bounds.severity, nameOf(fields.priority)),
    entityRef: namedEntity(tags, fields),
    labels: boundedLabels({ ...tags, ...filled(said) }),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: tags.runbook_url },
      { title: key, type: 'alert', url: browseAddress(issue) },
    ]),
    startedAt: startOf(body, status),
    resolvedAt:
      status === 'resolved'
        ? readJiraTime(fields.resolutiondate) ?? readEpoch(body.timestamp)
        : undefined,
  };
}

/** What is opened once more begins anew, however old the issue is. */
function startOf(
  body: Fields,
  status: AlertSignal['status'],
): Date | undefined {
  const changes = membersOf(recordOf(body.changelog)?.items);
  const isMoved = changes.some(change =>
    ['status', 'resolution'].includes(textOf(recordOf(change)?.field) ?? ''),
  );
  return isMoved && status !== 'resolved'
    ? readEpoch(body.timestamp)
    : readJiraTime(fieldsOf(body).created);
}

function fieldsOf(body: Fields): Fields {
  return recordOf(recordOf(body.issue)?.fields) ?? {};
}

function nameOf(value: unknown, name = 'name'): string | undefined {
  return textOf(recordOf(value)?.[name])?.trim();
}

function filled(
  said: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, string][] =>
      value ? [[name, value]] : [],
    ),
  );
}

/** The page of an issue is beside the API that names itself in the payload. */
function browseAddress(issue: Fields): string | undefined {
  const self = textOf(issue.self) ?? '';
  const at = self.indexOf('/rest/');
  const key = expandedName(issue.key) ?? '';
  return at > 0 && /^\w{1,100}-\d{1,20}$/.test(key)
    ? `${self.slice(0, at)}/browse/${key}`
    : undefined;
}

/** `2026-11-20T03:00:00.000+0000`, without the colon of RFC 3339. */
function readJiraTime(value: unknown): Date | undefined {
  return readInstant(
    textOf(value)
      ?.trim()
      .slice(0, 50)
      .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  );
}
