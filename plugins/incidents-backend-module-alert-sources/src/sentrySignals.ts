import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { expanded, expandedName } from './placeholders';
import { readTags } from './tags';
import { membersOf, recordOf, textOf } from './tolerant';

type Said = Record<string, unknown>;

/**
 * Whether an event is the one that Sentry makes up for its test button and its onboarding.
 *
 * @internal
 */
export function isSample(event: Said): boolean {
  return tagsOf(event).sample_event === 'yes';
}

/**
 * An issue alert: the event that met its conditions.
 *
 * @internal
 */
export function eventSignal(event: Said, data: Said): AlertSignal {
  const tags = tagsOf(event);
  const title = firstText(
    bounds.title,
    textOf(event.title),
    textOf(recordOf(event.metadata)?.title),
    textOf(event.message),
  );
  const labels = {
    ...given({
      project: projectOf(event.project),
      environment: event.environment,
      culprit: event.culprit,
      platform: event.platform,
      rule: data.triggered_rule,
    }),
    ...tags,
  };
  return {
    fingerprint: issueKey(
      event.issue_id ?? idIn(event.issue_url) ?? event.group_id,
      title,
      event,
    ),
    status: 'firing',
    title: title ?? 'Event without a title',
    description: firstText(
      bounds.description,
      textOf(event.message),
      textOf(recordOf(event.metadata)?.value),
    ),
    severity: firstText(bounds.severity, expanded(event.level), tags.level),
    entityRef: namedEntity(tags),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: tags.runbook_url },
      { title: 'Event in Sentry', type: 'alert', url: textOf(event.web_url) },
    ]),
    startedAt: readInstant(textOf(event.datetime)),
  };
}

/**
 * An issue itself, as its own webhooks tell of it.
 *
 * @internal
 */
export function issueSignal(
  issue: Said,
  status: AlertSignal['status'],
  data: Said,
): AlertSignal {
  const tags = tagsOf(issue);
  const title = firstText(bounds.title, textOf(issue.title));
  return {
    fingerprint: issueKey(issue.id, title, issue),
    status,
    title: title ?? 'Issue without a title',
    description: firstText(
      bounds.description,
      textOf(recordOf(issue.metadata)?.value),
    ),
    severity: firstText(bounds.severity, expanded(issue.level)),
    entityRef: namedEntity(tags),
    labels: boundedLabels({
      ...given({
        project: projectOf(issue.project),
        culprit: issue.culprit,
        platform: issue.platform,
        issue: issue.shortId,
        rule: data.triggered_rule,
      }),
      ...tags,
    }),
    links: readLinks(
      [issue.web_url, issue.permalink].map(url => ({
        title: 'Issue in Sentry',
        type: 'alert',
        url: textOf(url),
      })),
    ),
    startedAt: readInstant(textOf(issue.firstSeen)),
  };
}

/**
 * A metric alert, by the incident that it opened.
 *
 * @internal
 */
export function metricSignal(
  metric: Said,
  status: AlertSignal['status'],
  told: { action: string; data: Said },
): AlertSignal {
  const { action, data } = told;
  const rule = recordOf(metric.alert_rule);
  const title = firstText(
    bounds.title,
    textOf(metric.title),
    textOf(rule?.name),
    withoutState(textOf(data.description_title)),
  );
  const id = expandedName(metric.id);
  const labels = given({
    project: membersOf(metric.projects)
      .flatMap(project => projectOf(project) ?? [])
      .join(', '),
    environment: rule?.environment,
    rule: rule?.name,
    aggregate: rule?.aggregate,
    query: rule?.query,
  });
  return {
    fingerprint:
      nameOrDigest(id && `metric-${id}`, bounds.fingerprint) ??
      derivedFingerprint(title ?? '', undefined, given({ rule: rule?.id })),
    status,
    title: title ?? 'Metric alert without a title',
    description: firstText(bounds.description, textOf(data.description_text)),
    severity:
      status === 'firing' ? firstText(bounds.severity, action) : undefined,
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Alert in Sentry', type: 'alert', url: textOf(data.web_url) },
    ]),
    startedAt:
      readInstant(textOf(metric.date_started)) ??
      readInstant(textOf(metric.date_detected)),
    resolvedAt:
      status === 'resolved'
        ? readInstant(textOf(metric.date_closed))
        : undefined,
  };
}

function issueKey(
  id: unknown,
  title: string | undefined,
  { project }: Said,
): string {
  const named = expandedName(id);
  return (
    nameOrDigest(named && `issue-${named}`, bounds.fingerprint) ??
    derivedFingerprint(
      title ?? '',
      undefined,
      given({ project: projectOf(project) }),
    )
  );
}

/** The id at the end of the address of an issue. */
function idIn(url: unknown): string | undefined {
  return /\/issues\/(\d{1,30})\/?$/.exec(
    (textOf(url) ?? '').slice(0, bounds.url),
  )?.[1];
}

/** Sentry writes tags as pairs, or as `{ key, value }`. */
function tagsOf({ tags }: Said): Record<string, string> {
  return readTags(
    membersOf(tags).map(tag => {
      const [name, value] = Array.isArray(tag)
        ? tag
        : [recordOf(tag)?.key, recordOf(tag)?.value];
      return { name, value };
    }),
  );
}

/** Events name their project by a number, issues and metric alerts by more. */
function projectOf(project: unknown): string | undefined {
  const { slug, name, id } = recordOf(project) ?? {};
  return expanded(slug) ?? expanded(name) ?? expanded(id) ?? expanded(project);
}

function given(said: Said): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const text = expanded(value);
      return text ? [[name, text]] : [];
    }),
  );
}

/** `Critical: Too many errors` fires, `Resolved: Too many errors` resolves. */
function withoutState(title: string | undefined): string | undefined {
  return title
    ?.slice(0, bounds.description)
    .replace(/^(?:Critical|Warning|Resolved): /, '');
}
