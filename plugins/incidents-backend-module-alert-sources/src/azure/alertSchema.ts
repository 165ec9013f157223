import type { z } from 'zod';
import { readInstant } from '../instants';
import { readLabels } from '../labels';
import { expandedName } from '../placeholders';
import { recordsOf } from '../records';
import { membersOf, recordOf, refuse, textOf } from '../tolerant';
import { healthOf } from './activity';
import type { Finding } from './finding';
import {
  dimensionLabels,
  portalLink,
  present,
  resourceLabels,
} from './resources';

const conditions = { fired: 'firing', resolved: 'resolved' } as const;

/**
 * The common alert schema.
 *
 * @internal
 */
export function readCommon(
  payload: Record<string, unknown>,
  context: z.RefinementCtx,
): Finding {
  const said = recordOf(payload.essentials) ?? {};
  const condition = textOf(said.monitorCondition)?.trim().toLowerCase() ?? '';
  if (condition !== 'fired' && condition !== 'resolved') {
    return refuse(context, ['data', 'essentials', 'monitorCondition'], {
      expected: '"Fired" or "Resolved"',
      input: said.monitorCondition,
    });
  }
  const about = recordOf(payload.alertContext) ?? {};
  const target = expandedName(membersOf(said.alertTargetIDs)[0]);
  const annotations = readLabels(recordOf(about.annotations));
  const health = healthOf(about, target);
  return {
    status: health?.status ?? conditions[condition],
    key: health?.key ?? expandedName(said.alertId),
    title: health?.title ?? titleOf(said, about),
    texts: [
      textOf(said.description),
      annotations.summary,
      annotations.description,
      measuredOf(about),
      communicationOf(about),
    ],
    severity: expandedName(said.severity),
    labels: labelsOf(said, about, target),
    custom: {
      ...readLabels(recordOf(about.labels)),
      ...urlsOf(annotations),
      ...readLabels(recordOf(payload.customProperties)),
    },
    links: linksOf(said, about, target),
    startedAt: readInstant(textOf(said.firedDateTime)),
    resolvedAt: readInstant(textOf(said.resolvedDateTime)),
    isTest: isTest(said),
  };
}

/** Samples that the test of an action group sends: of rules and resources that do not exist. */
function isTest(said: Record<string, unknown>): boolean {
  const targets = membersOf(said.alertTargetIDs).map(textOf).join(' ');
  return (
    /\/Test_Alert$/i.test(textOf(said.alertId) ?? '') ||
    (/^test-/.test(textOf(said.alertRule) ?? '') &&
      /\/resourcegroups\/test-rg\//i.test(targets))
  );
}

function titleOf(
  said: Record<string, unknown>,
  about: Record<string, unknown>,
): string | undefined {
  const rule =
    expandedName(said.alertRule) ??
    expandedName(recordOf(about.AlertData)?.BudgetName) ??
    expandedName(said.description);
  const items = membersOf(said.configurationItems).flatMap(
    item => expandedName(item) ?? [],
  );
  return rule && items.length === 1 ? `${rule} on ${items[0]}` : rule;
}

function labelsOf(
  said: Record<string, unknown>,
  about: Record<string, unknown>,
  target: string | undefined,
): Record<string, string> {
  const criteria = criteriaOf(about);
  return {
    ...resourceLabels(target),
    ...present({
      resource: membersOf(said.configurationItems)[0],
      alertrule: said.alertRule,
      signal: said.signalType,
      monitoring_service: said.monitoringService,
      metric: criteria[0]?.metricName,
      operation: about.operationName,
      budget: recordOf(about.AlertData)?.BudgetName,
    }),
    ...dimensionLabels(about.Dimensions),
    ...dimensionLabels(criteria[0]?.dimensions),
  };
}

function criteriaOf(
  about: Record<string, unknown>,
): Array<Record<string, unknown>> {
  return recordsOf(recordOf(about.condition)?.allOf);
}

/** In a sentence, because the numbers differ each time. */
function measuredOf(about: Record<string, unknown>): string | undefined {
  const sentences = criteriaOf(about).flatMap(one => {
    const { metricName, metricValue, operator, threshold } = present(one);
    return metricValue === undefined
      ? []
      : `${metricName ?? 'The result'} is ${metricValue} (${
          operator ?? 'threshold'
        } ${threshold ?? 'dynamic'})`;
  });
  return sentences.join('\n') || undefined;
}

function communicationOf(about: Record<string, unknown>): string | undefined {
  const properties = recordOf(about.properties) ?? {};
  return textOf(properties.communication) ?? textOf(properties.details);
}

function linksOf(
  said: Record<string, unknown>,
  about: Record<string, unknown>,
  target: string | undefined,
): Finding['links'] {
  const [criterion = {}] = criteriaOf(about);
  const results =
    textOf(criterion.linkToFilteredSearchResultsUI) ??
    textOf(criterion.linkToSearchResultsUI) ??
    textOf(about.LinkToFilteredSearchResultsUI) ??
    textOf(about.LinkToSearchResults);
  return [
    {
      title: 'Alert in Azure',
      type: 'alert',
      url: portalLink('alert', expandedName(said.alertId)),
    },
    {
      title: 'Investigation in Azure',
      type: 'other',
      url: textOf(said.investigationLink),
    },
    { title: 'Results of the query', type: 'other', url: results },
    {
      title: 'Resource in Azure',
      type: 'other',
      url: portalLink('resource', target),
    },
  ];
}

function urlsOf(annotations: Record<string, string>): Record<string, string> {
  const names = ['runbook_url', 'runbook', 'dashboard_url', 'dashboard'];
  return Object.fromEntries(
    [...names, 'backstage_entity', 'entity_ref'].flatMap(name =>
      annotations[name] === undefined ? [] : [[name, annotations[name]]],
    ),
  );
}
