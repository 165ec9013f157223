import { readInstant } from '../instants';
import { expandedName } from '../placeholders';
import { recordOf, textOf } from '../tolerant';
import type { Finding } from './finding';
import { portalLink, present, resourceLabels } from './resources';

/** Stages of an event of Service Health after which nothing is broken any more. */
const stagesAfter = new Set(['resolved', 'complete', 'canceled', 'rca']);

/**
 * What an event of Service Health or Resource Health says of itself. Azure lets each of its messages fire an alert of its own, which
 * never resolves, so status and key are in the event. Undefined for other events of the activity log.
 *
 * @internal
 */
export function healthOf(
  event: Record<string, unknown>,
  target: string | undefined,
): Pick<Finding, 'key' | 'status' | 'title'> | undefined {
  const properties = recordOf(event.properties) ?? {};
  const kind = /^microsoft\.(service|resource)health\//i.exec(
    textOf(event.operationName) ?? '',
  )?.[1];
  if (!kind) return undefined;
  const isClosed = textOf(event.status)?.toLowerCase() === 'resolved';
  const title = textOf(properties.title);
  if (kind.toLowerCase() === 'resource') {
    const health = textOf(properties.currentHealthStatus)?.toLowerCase();
    const isOver = isClosed || health === 'available';
    const key = target && `resource health ${target}`;
    return { key, title, status: isOver ? 'resolved' : 'firing' };
  }
  const tracking = expandedName(properties.trackingId);
  const stage = textOf(properties.stage)?.toLowerCase() ?? '';
  return {
    key: tracking && `service health ${tracking}`,
    title,
    status: isClosed || stagesAfter.has(stage) ? 'resolved' : 'firing',
  };
}

/**
 * The older schema of alerts on the activity log.
 *
 * @internal
 */
export function readActivity(
  event: Record<string, unknown>,
  status: Finding['status'],
  custom: Record<string, string>,
): Finding {
  const properties = recordOf(event.properties) ?? {};
  const target = expandedName(event.resourceId);
  const health = healthOf(event, target);
  const operation = textOf(event.operationName);
  const labels = {
    ...resourceLabels(target),
    ...present({
      subscription: event.subscriptionId,
      operation,
      event_source: event.eventSource,
      azure_service: properties.service,
      region: properties.region,
    }),
  };
  const at = readInstant(textOf(event.eventTimestamp));
  const began = readInstant(textOf(properties.impactStartTime));
  const isOver = (health?.status ?? status) === 'resolved';
  return {
    status: health?.status ?? status,
    key: health?.key,
    title: health?.title ?? operation,
    labels,
    custom,
    severity: textOf(event.level),
    texts: [
      textOf(event.description),
      textOf(properties.communication),
      textOf(properties.details),
    ],
    links: [
      {
        title: 'Resource in Azure',
        type: 'other',
        url: portalLink('resource', target),
      },
    ],
    startedAt: isOver ? began : began ?? at,
    resolvedAt: at,
  };
}
