import type { Alert, Matcher } from 'backstage-plugin-incidents-common';

/** Labels that name one run of something, or change with how bad it is. */
const fleetingName =
  /^(pod|pod_?name|instance|instance_?id|node|node_?name|host|hostname|ip|address|endpoint|container_?id|image|image_?id|id|uid|uuid|guid|fingerprint|hash|pod_template_hash|replica|replica_?set|release|version|revision|commit|sha|build|severity|priority|level|value|timestamp|time|date)$|[_.-](id|uid|uuid|hash|ip)$/i;

/** Values that are made anew for each run: unique ids, hashes, addresses, instants, names of pods. */
const fleetingValues = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i,
  /^(?=.*\d)[0-9a-f]{8,}$/i,
  /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/,
  /^[^\s/]+:\d{2,5}$/,
  /^\d{4}-\d{2}-\d{2}T/,
  /^\d{5,}$/,
  /-[0-9a-f]{8,10}-[a-z0-9]{5}$/,
];

/** Labels that say whose an alert is, so that the name of the alert does not matter. */
const telling =
  /^(service|app|application|component|job|app\.kubernetes\.io\/name)$/i;

/** More than these nobody reads; the backend allows twenty. */
const most = 6;

/** The labels of an alert that its next episode will have again. */
export function stableLabels(labels: Alert['labels']): [string, string][] {
  return Object.entries(labels)
    .filter(
      ([name, value]) =>
        value &&
        !fleetingName.test(name) &&
        !fleetingValues.some(pattern => pattern.test(value)),
    )
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .slice(0, most);
}

/** Conditions that this alert meets and the same alert will meet tomorrow: for a silence. */
export function sameAlert(alert: Alert): Matcher[] {
  return asMatchers(stableLabels(alert.labels), alert);
}

/** Conditions that alerts of the same owner meet: whatever is wrong with it, it is theirs. For a routing rule. */
export function sameOwner(alert: Alert): Matcher[] {
  const stable = stableLabels(alert.labels);
  const owned = stable.some(([name]) => telling.test(name));
  return asMatchers(
    owned ? stable.filter(([name]) => name !== 'alertname') : stable,
    alert,
  );
}

function rank(name: string): number {
  if (name === 'alertname') return 0;
  return telling.test(name) ? 1 : 2;
}

function asMatchers(labels: [string, string][], alert: Alert): Matcher[] {
  const equals = (label: string, value: string): Matcher => ({
    label,
    op: 'equals',
    value,
  });
  if (labels.length) {
    return labels.map(([label, value]) => equals(label, value));
  }
  return [
    equals('integration', alert.integration),
    equals('title', alert.title),
  ];
}
