import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks, type Link } from './links';
import { expanded, expandedName } from './placeholders';
import { mustBe } from './refusals';
import { splunkSamples } from './splunk.samples';
import { looseRecord, looseText, textOf } from './tolerant';

const statuses = new Map<string, AlertSignal['status']>([
  ['firing', 'firing'],
  ['open', 'firing'],
  ['acknowledged', 'acknowledged'],
  ['resolved', 'resolved'],
  ['closed', 'resolved'],
  ['ok', 'resolved'],
]);

/** Columns that tell one row from another and stay the same from search to search; counts and times would not. */
const lasting = [
  'service',
  'host',
  'instance',
  'source',
  'sourcetype',
  'index',
  'env',
  'environment',
  'cluster',
  'namespace',
  'region',
];

const payloadSchema = z
  .object(
    {
      result: looseRecord,
      sid: looseText,
      search_name: looseText,
      app: looseText,
      owner: looseText,
      results_link: looseText,
    },
    mustBe("an object, the payload of Splunk's webhook"),
  )
  .superRefine((payload, context) => {
    const refuse = (path: string[], expected: string, input: unknown) => {
      const message = mustBe(expected).error({ path, input });
      context.addIssue({ code: 'custom', path, message });
    };
    if (!payload.sid && !payload.search_name && !payload.result) {
      refuse(['sid'], 'the id of a search', undefined);
    }
    const status = columnsOf(payload.result).alert_status;
    if (status && !statuses.has(status.toLowerCase())) {
      const expected = '"firing", "acknowledged" or "resolved"';
      refuse(['result', 'alert_status'], expected, status);
    }
  });

type SplunkPayload = z.output<typeof payloadSchema>;

/**
 * Splunk by the webhook alert action, which sends the first row of a search.
 *
 * @public
 */
export const splunk: AlertSource = {
  id: 'splunk',
  title: 'Splunk',
  payload: payloadSchema,
  toSignals: payload => [toSignal(payload)],
  guide: {
    steps: [
      'As an administrator add the address to the allow list under **Settings → Server settings → Webhook allow list** (Splunk 9 and Splunk Cloud), as `{url}/.*` with its dots escaped.',
      'Run the search in **Search & Reporting**. Let it end with columns that say what the alert is, for instance:\n\n```\n| stats count as errors, latest(_time) as _time by service\n| where errors > 100\n| eval alert_status="firing", severity="high", dedup_key="errors-".service, backstage_entity="component:default/".service\n```',
      'Click **Save As → Alert**, schedule it, and choose **For each result** under **Trigger** if the search may have several rows: of **Once**, Splunk sends only the first.',
      'Under **Trigger Actions** click **Add Actions → Webhook** and enter `{url}/{token}` as **URL**, then **Save**.',
      'To resolve by itself, let the search keep its rows for a while with `alert_status="resolved"`, or save a second alert with the same `dedup_key` for the return to normal.',
    ],
    token: 'path',
    reference:
      'https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks',
    notes: [
      'Splunk tells no state: an alert fires unless the column `alert_status` says `acknowledged` or `resolved`. A column `status` is not read, because it often is that of HTTP.',
      'An alert is known by the name of its search and `dedup_key`; without that column by its name, app and the columns `service`, `host`, `instance`, `source`, `sourcetype`, `index`, `env`, `environment`, `cluster`, `namespace` and `region`.',
      'The columns `severity` (or `urgency`), `title`, `description`, `backstage_entity`, `runbook_url` and `dashboard_url` are what they say; other columns become labels. `_time` of the row is when it began.',
    ],
  },
  samples: splunkSamples,
} satisfies AlertSource<SplunkPayload>;

const told = new Set([
  'alert_status',
  'title',
  'description',
  'dedup_key',
  'runbook_url',
  'dashboard_url',
]);

function toSignal(payload: SplunkPayload): AlertSignal {
  const columns = columnsOf(payload.result);
  const status =
    statuses.get(columns.alert_status?.toLowerCase() ?? 'firing') ?? 'firing';
  const name = expanded(payload.search_name);
  const at =
    readEpoch(payload.result?._time) ??
    readInstant(textOf(payload.result?._time));
  const shown = Object.entries(columns).filter(
    // Columns that Splunk adds by itself begin so.
    ([column]) => !told.has(column) && !column.startsWith('_'),
  );
  return {
    fingerprint: fingerprintOf(payload, columns),
    status,
    title:
      firstText(bounds.title, columns.title, name) ?? 'Search without a name',
    description: firstText(
      bounds.description,
      columns.description,
      columns._raw,
    ),
    severity: firstText(bounds.severity, columns.severity, columns.urgency),
    entityRef: namedEntity(columns),
    labels: boundedLabels({
      ...(name && { search_name: name }),
      ...(payload.app && { app: payload.app }),
      ...Object.fromEntries(shown),
    }),
    links: linksOf(payload, columns),
    startedAt: status === 'resolved' ? undefined : at,
    resolvedAt: status === 'resolved' ? at : undefined,
  };
}

function fingerprintOf(
  payload: SplunkPayload,
  columns: Record<string, string>,
): string {
  const search = expandedName(payload.search_name) ?? searchOf(payload.sid);
  const key = expandedName(columns.dedup_key);
  if (key) {
    const whole = search ? `${search}/${key}` : key;
    return nameOrDigest(whole, bounds.fingerprint)!;
  }
  const rest = lasting.flatMap(column =>
    columns[column] ? [[column, columns[column]]] : [],
  );
  return derivedFingerprint(search ?? columns.title ?? '', undefined, {
    ...Object.fromEntries(rest),
    app: payload.app ?? '',
  });
}

/** The id of a scheduled search begins with its name and ends with its time. */
function searchOf(sid: string | undefined): string | undefined {
  return expandedName(sid)?.split('_at_', 1)[0];
}

function linksOf(
  payload: SplunkPayload,
  columns: Record<string, string>,
): Link[] {
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: columns.runbook_url },
    { title: 'Dashboard', type: 'dashboard', url: columns.dashboard_url },
    { title: 'Results in Splunk', type: 'alert', url: payload.results_link },
  ]);
}

/** A column with several values has them as a list. */
function columnsOf(
  result: Record<string, unknown> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(result ?? {})
      .slice(0, bounds.labelsRead)
      .flatMap(([column, value]): [string, string][] => {
        const values = (Array.isArray(value) ? value.slice(0, 20) : [value])
          .map(expanded)
          .filter(Boolean);
        return values.length === 0 || column === '__proto__'
          ? []
          : [[column, values.join(', ')]];
      }),
  );
}
