import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { boundedLabels } from '../labels';
import { readLinks, type Link } from '../links';
import { namedLinks, noteFields } from '../notes';

/** What each of the schemas of Azure Monitor says. */
export type Finding = {
  status: 'firing' | 'resolved';
  /** Stays the same from firing to resolve. */
  key?: string;
  title?: string;
  texts: Array<string | undefined>;
  severity?: string;
  labels: Record<string, string>;
  /** What people wrote for us: custom properties, labels and annotations. */
  custom: Record<string, string>;
  links: Array<{ url?: string; title: string; type: Link['type'] }>;
  startedAt?: Date;
  resolvedAt?: Date;
  /** A sample of the test button. */
  isTest?: boolean;
};

/**
 * The signal of what Azure Monitor found.
 *
 * @internal
 */
export function findingSignal(finding: Finding): AlertSignal {
  const { status, custom, labels } = finding;
  const said = [custom, ...finding.texts.map(noteFields)];
  return {
    fingerprint:
      // Azure writes the same id now in upper, now in lower case.
      nameOrDigest(finding.key?.toLowerCase(), bounds.fingerprint) ??
      derivedFingerprint(finding.title ?? '', undefined, labels),
    status,
    title: firstText(bounds.title, finding.title) ?? 'Alert without a name',
    description: firstText(
      bounds.description,
      [...new Set(finding.texts)].filter(Boolean).join('\n\n'),
    ),
    severity: firstText(bounds.severity, finding.severity),
    entityRef: namedEntity(...said),
    labels: boundedLabels({ ...labels, ...custom }),
    links: readLinks([...namedLinks(...said), ...finding.links]),
    startedAt: finding.startedAt,
    resolvedAt: status === 'resolved' ? finding.resolvedAt : undefined,
  };
}
