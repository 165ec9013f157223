import type { z } from 'zod';
import { readInstant } from '../instants';
import { readLabels } from '../labels';
import { expandedName } from '../placeholders';
import { recordsOf } from '../records';
import { membersOf, recordOf, refuse, textOf } from '../tolerant';
import type { Finding } from './finding';
import {
  dimensionLabels,
  portalLink,
  present,
  resourceLabels,
} from './resources';

const statuses = {
  activated: 'firing',
  active: 'firing',
  fired: 'firing',
  deactivated: 'resolved',
  resolved: 'resolved',
} as const satisfies Record<string, Finding['status']>;

/**
 * The status of the older schemas.
 *
 * @internal
 */
export function readStatus(
  value: unknown,
  path: string[],
  context: z.RefinementCtx,
): Finding['status'] {
  const word = textOf(value)?.trim().toLowerCase() ?? '';
  return Object.hasOwn(statuses, word)
    ? statuses[word as keyof typeof statuses]
    : refuse(context, path, {
        expected: '"Activated", "Deactivated" or "Resolved"',
        input: value,
      });
}

/**
 * The schemas of metric alerts: `AzureMonitorMetricAlert`, and the classic one without a name.
 *
 * @internal
 */
export function readMetric(
  said: Record<string, unknown>,
  status: Finding['status'],
  custom: Record<string, string>,
): Finding {
  const condition = recordOf(said.condition) ?? {};
  const [criterion = condition] = recordsOf(condition.allOf);
  const target = expandedName(said.resourceId);
  const rule = expandedName(said.id);
  const dimensions = dimensionLabels(criterion.dimensions);
  const series = Object.keys(dimensions)
    .sort()
    .map(name => `${name}=${dimensions[name]}`);
  const at = readInstant(textOf(said.timestamp));
  const { metricName, metricValue, operator, threshold } = present(criterion);
  return {
    status,
    custom,
    // The rule is one for many resources and series, each of which fires for itself.
    key: rule && [rule, target, ...series].filter(Boolean).join(' '),
    title: [said.name, said.resourceName]
      .flatMap(name => expandedName(name) ?? [])
      .join(' on '),
    texts: [
      textOf(said.description),
      metricValue === undefined
        ? undefined
        : `${metricName ?? 'The metric'} is ${metricValue} (${
            operator ?? 'threshold'
          } ${threshold ?? 'dynamic'})`,
    ],
    severity: expandedName(said.severity),
    labels: {
      ...resourceLabels(target),
      ...present({
        subscription: said.subscriptionId,
        resource_group: said.resourceGroupName,
        resource: said.resourceName,
        resource_type: said.resourceType,
        region: said.resourceRegion,
        alertrule: said.name,
        metric: metricName,
      }),
      ...dimensions,
    },
    links: [
      {
        title: 'Resource in Azure',
        type: 'other',
        url: textOf(said.portalLink) ?? portalLink('resource', target),
      },
    ],
    startedAt: status === 'firing' ? at : undefined,
    resolvedAt: at,
  };
}

/**
 * The schema of log search alerts of version 1. They fire each time, and nothing says that they are over.
 *
 * @internal
 */
export function readLog(said: Record<string, unknown>): Finding {
  const items = membersOf(said.AffectedConfigurationItems).flatMap(
    item => expandedName(item) ?? [],
  );
  const dimensions = dimensionLabels(said.Dimensions);
  const { ResultCount, AlertThresholdOperator, AlertThresholdValue } =
    present(said);
  return {
    status: 'firing',
    title: expandedName(said.AlertRuleName),
    texts: [
      textOf(said.Description),
      ResultCount &&
        `${ResultCount} results (${AlertThresholdOperator ?? 'threshold'} ${
          AlertThresholdValue ?? ''
        })`.trim(),
      textOf(said.SearchQuery),
    ],
    severity: expandedName(said.Severity),
    labels: {
      ...present({
        subscription: said.SubscriptionId,
        alertrule: said.AlertRuleName,
        workspace: said.WorkspaceId ?? said.ApplicationId,
        resource: items.length === 1 ? items[0] : undefined,
      }),
      ...dimensions,
    },
    custom: readLabels(recordOf(said.properties)),
    links: [
      {
        title: 'Results of the query',
        type: 'alert',
        url:
          textOf(said.LinkToFilteredSearchResultsUI) ??
          textOf(said.LinkToSearchResults),
      },
    ],
    startedAt: readInstant(textOf(said.SearchIntervalEndtimeUtc)),
  };
}
