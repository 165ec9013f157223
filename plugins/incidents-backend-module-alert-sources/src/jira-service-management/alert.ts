import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { readEpoch } from '../epochs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { boundedLabels, readLabels } from '../labels';
import { readLinks } from '../links';
import { expandedName } from '../placeholders';
import { readTags } from '../tags';
import { recordOf, textOf } from '../tolerant';

/**
 * An alert of the operations of Jira Service Management, whose actions have the shape that Opsgenie's had.
 *
 * @internal
 */
export function alertSignal(
  body: Record<string, unknown>,
  status: AlertSignal['status'],
): AlertSignal {
  const alert = recordOf(body.alert) ?? {};
  const details = readLabels(recordOf(alert.details));
  const tags = readTags(alert.tags);
  const title = firstText(
    bounds.title,
    textOf(alert.message),
    textOf(alert.alias),
  );
  const labels = { ...details, ...tags, ...namesOf(alert) };
  return {
    fingerprint:
      nameOrDigest(expandedName(alert.alertId), bounds.fingerprint) ??
      nameOrDigest(expandedName(alert.alias), bounds.fingerprint) ??
      derivedFingerprint(title ?? '', undefined, namesOf(alert)),
    status,
    title: title ?? 'Alert without a message',
    description: firstText(bounds.description, textOf(alert.description)),
    severity: firstText(bounds.severity, textOf(alert.priority)),
    entityRef: namedEntity(details, tags),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: details.runbook_url },
      { title: 'Runbook', type: 'runbook', url: details.runbook },
      { title: 'Dashboard', type: 'dashboard', url: details.dashboard_url },
      { title: 'Dashboard', type: 'dashboard', url: details.dashboard },
    ]),
    startedAt: readEpoch(alert.createdAt),
    // Of what closes an alert, only the closing itself is dated.
    resolvedAt: status === 'resolved' ? readEpoch(alert.updatedAt) : undefined,
  };
}

function namesOf(alert: Record<string, unknown>): Record<string, string> {
  const { entity, source } = alert;
  return Object.fromEntries(
    Object.entries({ entity, source }).flatMap(
      ([name, value]): [string, string][] => {
        const text = textOf(value)?.trim();
        return text ? [[name, text]] : [];
      },
    ),
  );
}
